import { parentPort, workerData } from 'node:worker_threads'
import type { CivilDate } from '../kernel/civil-date.ts'
import { derive } from './derive.ts'

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window: it has no origin
parentPort?.postMessage(derive([], workerData as CivilDate))
