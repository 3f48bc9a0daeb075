import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'
import { rows, run, sql } from './db.ts'
import type { Runs } from './db.ts'

export interface Message {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Sends one message. @throws when the server did not take it; the job that called tries again. */
export type SendMail = (message: Message) => Promise<void>

export interface Caught extends Message {
  readonly id: number
  readonly at: string
}

/** Through the operator's mail server when there is one; otherwise into the catcher that the demonstration shows. */
export function openMail({ smtpUrl, publicUrl }: Pick<Config, 'smtpUrl' | 'publicUrl'>, runs: Runs): SendMail {
  if (smtpUrl === undefined) return (message) => catchMail(runs, message)
  const transport = createTransport(smtpUrl, { from: `OCOP <khong-tra-loi@${new URL(publicUrl).hostname}>` })
  return async (message) => {
    await transport.sendMail(message)
  }
}

async function catchMail(runs: Runs, { to, subject, text }: Message): Promise<void> {
  await run(
    runs,
    sql`insert into platform.caught_mail (at, recipient, subject, body) values (now(), ${to}, ${subject}, ${text})`,
  )
}

/** The newest messages of the catcher, at most `limit`. */
export function caughtMail(runs: Runs, limit: number): Promise<Caught[]> {
  return rows<Caught>(
    runs,
    sql`select id, at, recipient as "to", subject, body as text from platform.caught_mail order by id desc limit ${limit}`,
  )
}
