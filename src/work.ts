import { join } from 'node:path'
import { auditTasks } from './audit/jobs.ts'
import { makePartitions } from './audit/sealing.ts'
import { identityTasks } from './identity/jobs.ts'
import { communicationTasks } from './communication/jobs.ts'
import { recognitionTasks } from './recognition/jobs.ts'
import { catalogueTasks } from './catalogue/jobs.ts'
import { dossierTasks } from './dossier/jobs.ts'
import { productTasks } from './product/jobs.ts'
import { supportTasks } from './support/jobs.ts'
import { oversightTasks } from './oversight/jobs.ts'
import { saleTasks } from './sale/jobs.ts'
import { tradeTasks } from './trade/jobs.ts'
import { trainingTasks } from './training/jobs.ts'
import { territoryTasks } from './territory/jobs.ts'
import { openSharedGround } from './ground.ts'
import type { Ground } from './ground.ts'
import { say, untilStopped } from './opening.ts'
import type { Closing } from './opening.ts'
import type { Tx } from './platform/atomically.ts'
import { atomically } from './platform/atomically.ts'
import type { Config } from './platform/config.ts'
import type { Context } from './platform/context.ts'
import { enqueue, startWorker } from './platform/jobs.ts'
import type { Repeating, Tasks } from './platform/jobs.ts'
import { sendingQueue } from './notice/actions.ts'
import { noticeTasks } from './notice/jobs.ts'
import { openChannels } from './platform/channel.ts'
import type { Channels } from './platform/channel.ts'
import { tasksFor } from './reactions.ts'

interface ReactPayload {
  readonly fact: string
  readonly subject: string
  readonly entry: string
}

/** Repeating work, in UTC: 17:05 there is 00:05 in Vietnam. */
const repeating: readonly Repeating[] = [
  { task: 'audit.seal', at: '*/5 * * * *' },
  { task: 'audit.partition', at: '0 3 * * *' },
  { task: 'identity.forget-old', at: '30 19 * * *' },
  { task: 'recognition.record-expiry', at: '5 17 * * *' },
  { task: 'territory.turn-day', at: '5 17 * * *' },
  { task: 'notice.send-due', at: '* * * * *', queue: sendingQueue },
  { task: 'notice.ask-arrivals', at: '*/5 * * * *' },
  { task: 'notice.forget-guests', at: '35 19 * * *' },
  { task: 'communication.remind', at: '30 0 * * *' },
  { task: 'dossier.follow-units', at: '15 17 * * *' },
  { task: 'trade.match-all', at: '30 17 * * *' },
  { task: 'sale.lapse-due', at: '*/15 * * * *' },
  { task: 'sale.forget-contacts', at: '40 19 * * *' },
]

/** `bin/ocop worker`: one worker process of several on the operator's database, until SIGTERM. */
export function workAlone(config: Config): Promise<void> {
  return untilStopped(config, async (closing) => {
    await openWork(await openSharedGround(config, closing), config, closing)
    say(`Việc nền đang chạy (tiến trình ${process.pid})`)
  })
}

export async function openWork(ground: Ground, config: Config, closing: Closing): Promise<void> {
  const { pool, log, surroundings, openContext } = ground
  await makePartitions(openContext())
  const tasks = allTasks(openContext, {
    signerDirectory: join(config.dataDirectory, 'keys'),
    channels: openChannels(config, surroundings),
    publicUrl: config.publicUrl,
  })
  const worker = await startWorker({ pool, log, repeating }, tasks)
  closing.push(() => worker.stop())
}

/** Every task of every slice; `react` fans a fact out to the tasks that src/reactions.ts names for it. */
export function allTasks(
  open: () => Context,
  outside: { signerDirectory: string; channels: Channels; publicUrl: string },
): Tasks {
  return {
    ...territoryTasks(open),
    ...auditTasks(open, outside.signerDirectory),
    ...identityTasks(open),
    ...recognitionTasks(open, outside.publicUrl),
    ...supportTasks(open),
    ...trainingTasks(open),
    ...oversightTasks(open),
    ...noticeTasks(open, outside),
    ...communicationTasks(open),
    ...tradeTasks(open),
    ...saleTasks(open),
    ...productTasks(open),
    ...dossierTasks(open),
    ...catalogueTasks(open),
    react: (payload: ReactPayload) => atomically(open(), (tx) => fanOut(tx, payload)),
  }
}

async function fanOut(tx: Tx, { fact, subject, entry }: ReactPayload): Promise<void> {
  for (const task of tasksFor(fact)) await enqueue(tx, task, { fact, subject, entry }, `${task}:${entry}`)
}
