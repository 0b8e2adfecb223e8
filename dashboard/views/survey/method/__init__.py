"""What has a manager to know of the population, the survey, the words and the numbers?"""
