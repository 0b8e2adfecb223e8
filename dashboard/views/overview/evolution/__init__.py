"""What has changed since the previous cohort?"""
