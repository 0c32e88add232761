import { fork } from 'node:child_process'
import { join } from 'node:path'
import { type Task, type TaskResult } from './vault-tasks.ts'

/**
 * Does one task of the benchmark in a process of its own, as cold as after a start, so that neither compiled code nor
 * memory of an earlier one counts. Its timings leave out the start of the process.
 */
export function inOwnProcess<Name extends Task['task']>(
  task: Extract<Task, { task: Name }>,
): Promise<TaskResult<Name>> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'vault-tasks.ts'), [JSON.stringify(task)])
    child.once('message', (result) => resolve(result as TaskResult<Name>))
    child.once('exit', (code) => reject(new Error(`${task.task} ended with ${code ?? 'a signal'}`)))
  })
}
