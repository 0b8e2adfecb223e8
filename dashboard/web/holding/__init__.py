"""What is refused, put off or said of every answer, so that nobody harms the service or those whom it serves?"""
