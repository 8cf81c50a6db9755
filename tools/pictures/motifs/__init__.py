"""All motifs, registered by importing their modules."""

from tools.pictures.motifs import city, cloth, desk, kitchen, meeting, signs, stage
from tools.pictures.motifs.registry import MOTIFS

__all__ = ["MOTIFS", "city", "cloth", "desk", "kitchen", "meeting", "signs", "stage"]
