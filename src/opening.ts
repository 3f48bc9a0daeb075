import { mkdirSync } from 'node:fs'
import type { Config } from './platform/config.ts'

/** How to undo each step, in the order in which the steps were made. */
export type Closing = (() => Promise<unknown>)[]

export const say = (line: string) => console.log(line)

/**
 * Opens a door and keeps it open until Ctrl-C or SIGTERM, also one that comes while it is being opened; what was opened
 * before a fault is closed again. A second signal ends the process at once.
 */
export async function untilStopped(config: Config, open: (closing: Closing) => Promise<void>): Promise<void> {
  mkdirSync(config.dataDirectory, { recursive: true, mode: 0o700 })
  const closing: Closing = []
  let isStopping = false
  let turn = Promise.resolve()
  const close = () => (turn = turn.then(() => closeAll(closing)))
  const onSignal = () => {
    isStopping = true
    void close()
  }
  process.once('SIGINT', onSignal)
  process.once('SIGTERM', onSignal)
  try {
    await open(closing)
  } catch (error) {
    await close()
    // What was under way when the signal came found its connections closed: that is no fault.
    if (!isStopping) throw error
  }
  if (isStopping) await close()
}

/** Opens for as long as it takes, and closes again. */
export async function untilClosed(open: (closing: Closing) => Promise<void>): Promise<void> {
  const closing: Closing = []
  try {
    await open(closing)
  } finally {
    await closeAll(closing)
  }
}

/** The last step first; a step that was undone is not undone again. */
async function closeAll(closing: Closing): Promise<void> {
  for (let close = closing.pop(); close; close = closing.pop()) {
    await close().catch((error: Error) => console.error(error.message))
  }
}
