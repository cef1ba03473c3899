"""What an organisation writes: regulations, mechanisms, ways of counting terms; data only."""
