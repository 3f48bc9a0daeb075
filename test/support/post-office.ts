import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll } from 'vitest'
import { newId } from '../../src/kernel/id.ts'
import { confirmContact, giveContact } from '../../src/notice/actions-contact.ts'
import { askArrivals, sendDue } from '../../src/notice/actions-send.ts'
import type { PostOffice } from '../../src/notice/actions-send.ts'
import { toldTo } from '../../src/notice/actions.ts'
import type { NewNotice, Owner, Reader } from '../../src/notice/model.ts'
import { openChannels } from '../../src/platform/channel.ts'
import { readConfig } from '../../src/platform/config.ts'
import type { Context } from '../../src/platform/context.ts'
import { rows, sql } from '../../src/platform/db.ts'
import { telephoneCompany } from './gateway.ts'
import type { TelephoneCompany } from './gateway.ts'
import type { World } from './world.ts'

export const morning = '2026-11-24T09:00:00+07:00'
export const when = (moment: string) => new Date(moment).toISOString()

interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** A mail server on loopback that knows no address beginning with `khong-co`; it can be shut and opened at its port again. */
async function mailServer() {
  const letters: Letter[] = []
  let server: SMTPServer
  const open = (port: number): Promise<number> => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _, done) =>
        done(address.startsWith('khong-co') ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
      onData: (stream, { envelope }, done) => {
        void simpleParser(stream).then(({ subject, text }) => {
          letters.push({ to: envelope.rcptTo[0]?.address ?? '', subject: subject ?? '', text: text ?? '' })
          done()
        })
      },
    })
    return new Promise((settle) =>
      server.listen(port, '127.0.0.1', () => settle((server.server.address() as AddressInfo).port)),
    )
  }
  const port = await open(0)
  return {
    letters,
    port,
    shut: () => new Promise<void>((settle) => server.close(settle)),
    openAgain: () => open(port),
  }
}

/** The post office with a real mail server, a telephone company and a messenger behind it, for this test file. */
export function usePostOffice(world: World) {
  const secret = 'bi-mat-mau'
  const opened = {} as {
    mail: Awaited<ReturnType<typeof mailServer>>
    sms: TelephoneCompany
    messenger: TelephoneCompany
    office: PostOffice
  }
  beforeAll(async () => {
    opened.mail = await mailServer()
    opened.sms = await telephoneCompany(secret)
    opened.messenger = await telephoneCompany(secret)
    const config = readConfig({
      SMTP_URL: `smtp://127.0.0.1:${opened.mail.port}`,
      SMS_URL: opened.sms.url,
      SMS_SECRET: secret,
      MESSENGER_URL: opened.messenger.url,
      MESSENGER_SECRET: secret,
      OCOP_DEMO: '0',
    })
    opened.office = { channels: openChannels(config, world.as()), publicUrl: 'https://ocop.vidu.vn' }
  })
  afterAll(async () => {
    opened.sms.close()
    opened.messenger.close()
    await opened.mail.shut()
  })
  const at = (moment: string) => () => world.as(undefined, when(moment))
  return Object.assign(opened, {
    /** What is due at a moment goes out. */
    send: (moment: string = morning) => sendDue(at(moment), opened.office),
    askArrivals: (moment: string) => askArrivals(at(moment), opened.office),
    lettersTo: (address: string) => opened.mail.letters.filter(({ to }) => to === address),
  })
}

export function notice(reader: Reader, change: Partial<NewNotice> = {}): NewNotice {
  return {
    key: newId(),
    reader,
    subject: 'Hồ sơ có bước mới',
    body: 'Hãy mở hồ sơ.',
    href: '/ho-so/1',
    urgent: true,
    ...change,
  }
}

/** The code that goes out to a contact, as its job carries it. */
export async function codeOf(world: World, contactId: string): Promise<string> {
  const [job] = await rows<{ payload: { code: string } }>(
    world,
    sql`select payload from graphile_worker._private_jobs where key = ${`notice.send-code:${contactId}`}`,
  )
  return job?.payload.code ?? ''
}

/** A contact given and confirmed. */
export async function confirmed(
  world: World,
  ctx: Context,
  reader: Owner,
  channel: 'sms' | 'messenger',
  address: string,
): Promise<string> {
  const id = await giveContact(ctx, reader, { channel, address })
  await confirmContact(ctx, id, await codeOf(world, id))
  return id
}

export async function statesOf(ctx: Context): Promise<string[]> {
  return (await toldTo(ctx, 1)).notices.flatMap(({ deliveries }) =>
    deliveries.map(({ channel, state }) => `${channel} ${state}`),
  )
}
