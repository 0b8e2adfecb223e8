"""Where did the partnership reach people, year after year?"""
