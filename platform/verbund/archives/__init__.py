"""What is written of sites into files and read back: export, restore, deletion, backup."""
