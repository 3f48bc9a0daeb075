import type { Parcel, Receipt } from './channel.ts'
import type { Config } from './config.ts'
import { rows, run, sql } from './db.ts'
import type { Runs } from './db.ts'

export type Message = Pick<Parcel, 'to' | 'subject' | 'text'>

/** Sends one message. @throws when the server did not answer; the job that called tries again. */
export type SendMail = (parcel: Parcel) => Promise<Receipt>

export interface Caught extends Message {
  readonly id: number
  readonly at: string
}

/**
 * Through the operator's mail server when there is one; otherwise into the catcher that the demonstration shows. The key names the
 * message: a server or reader that gets it twice shows it once.
 */
export function openMail({ smtpUrl, publicUrl }: Pick<Config, 'smtpUrl' | 'publicUrl'>, runs: Runs): SendMail {
  if (smtpUrl === undefined) return (parcel) => catchMail(runs, parcel)
  const host = new URL(publicUrl).hostname
  // Read with the first message, not by every start.
  const open = async () =>
    (await import('nodemailer')).createTransport(smtpUrl, { from: `OCOP <khong-tra-loi@${host}>` })
  let transport: ReturnType<typeof open> | undefined
  return async ({ key, ...message }) => {
    try {
      await (await (transport ??= open())).sendMail({ ...message, messageId: `<${key}@${host}>` })
      return { state: 'sent' }
    } catch (error) {
      const { responseCode, message: reason } = error as Error & { responseCode?: number }
      // 4xx and silence mean later, 5xx never.
      if (responseCode !== undefined && responseCode >= 500) return { state: 'refused', reason: reason.slice(0, 200) }
      throw error
    }
  }
}

async function catchMail(runs: Runs, { to, subject, text }: Message): Promise<Receipt> {
  await run(
    runs,
    sql`insert into platform.caught_mail (at, recipient, subject, body) values (now(), ${to}, ${subject}, ${text})`,
  )
  return { state: 'sent' }
}

/** The newest messages of the catcher, at most `limit`. */
export function caughtMail(runs: Runs, limit: number): Promise<Caught[]> {
  return rows<Caught>(
    runs,
    sql`select id, at, recipient as "to", subject, body as text from platform.caught_mail order by id desc limit ${limit}`,
  )
}
