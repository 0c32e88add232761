import { atOnce, type Pace } from '../pace.ts'
import { solver } from '../solver.ts'
import type { AttackedFigures, AttackResult } from './attacked-figures.ts'
import { Attacker } from './attacker.ts'
import { attackL2 } from './melder.ts'
import { attackL0, attackL1 } from './outsider.ts'
import { attackL4 } from './subtraction.ts'

/**
 * Plays L0, L1, L2 and L4 on figures that were handed out. L3 needs the program beside the figures and is played table
 * by table (`countOut`). `pace` is awaited between questions; `onPlayed` is told how many plays are done. Rejects with
 * `NoTableAgrees` when the figures contradict each other.
 */
export async function attack(
  attacked: AttackedFigures,
  pace: Pace = atOnce,
  onPlayed: (done: number, total: number) => void = () => undefined,
): Promise<AttackResult[]> {
  const highs = await solver()
  const attacker = new Attacker(highs, attacked)
  try {
    const results: AttackResult[] = []
    const plays = [attackL0, attackL1, attackL2]
    for (const play of plays) {
      results.push(await play(attacker, attacked, pace))
      onPlayed(results.length, plays.length + 1)
    }
    return [...results, await attackL4(highs, attacker, attacked, pace)]
  } finally {
    attacker.dispose()
  }
}
