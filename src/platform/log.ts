import pino from 'pino'

export type Log = pino.Logger

/** One JSON line per event on standard error; no names, phones, addresses or bodies of requests. */
export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
}
