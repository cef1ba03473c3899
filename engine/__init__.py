"""What turns a board's decisions into running, audited work; knows no screen."""
