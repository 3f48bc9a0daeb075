import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import { useWorld } from '../../test/support/world.ts'
import { caughtMail, openMail } from './mail.ts'

const world = useWorld()

test('a message in Vietnamese arrives over real SMTP as it was written', async () => {
  const arrived: Promise<string> = new Promise((settle) => {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _, done) => {
        void simpleParser(stream).then(({ text, subject }) => {
          done()
          server.close()
          settle(`${subject}|${text?.trim()}`)
        })
      },
    })
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.server.address() as AddressInfo
      const send = openMail({ smtpUrl: `smtp://127.0.0.1:${port}`, publicUrl: 'http://localhost:3000' }, world.as())
      void send({
        key: 'k1',
        to: 'chu-the@vidu.vn',
        subject: 'Hồ sơ đã tới xã',
        text: 'Xã trả lời trong 15 ngày làm việc.',
      })
    })
  })
  expect(await arrived).toBe('Hồ sơ đã tới xã|Xã trả lời trong 15 ngày làm việc.')
})

test('a mail server that is not there refuses, so that the job tries again', async () => {
  const send = openMail({ smtpUrl: 'smtp://127.0.0.1:1', publicUrl: 'http://localhost:3000' }, world.as())
  await expect(send({ key: 'k1', to: 'chu-the@vidu.vn', subject: 'x', text: 'y' })).rejects.toThrow('ECONNREFUSED')
})

test('without a mail server the demonstration catches the message', async () => {
  const ctx = world.as()
  await openMail(
    { smtpUrl: undefined, publicUrl: 'http://localhost:3000' },
    ctx,
  )({ key: 'k1', to: 'a@vidu.vn', subject: 'Chào', text: 'Thư mẫu' })
  expect(await caughtMail(ctx, 5)).toMatchObject([{ to: 'a@vidu.vn', subject: 'Chào', text: 'Thư mẫu' }])
})
