"""What several tests share: folders being served, with faults; what a page said and asked for."""
