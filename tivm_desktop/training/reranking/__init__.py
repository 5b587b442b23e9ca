"""The temporal re-ranker: how well the courses of picture and music go together, second by second."""
