// breaks: unlocked-made-by-the-gate
class Unlocked {}

export const unlocked = new Unlocked()
