import { createHmac, timingSafeEqual } from 'node:crypto'

/** HMAC-SHA256 over `seconds.body`, in hex. */
export function signatureOf(secret: string, seconds: number, body: string): string {
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
}

const mostSeconds = 300

/** Signed by the carrier within the last five minutes? What is older may have been heard on the way and sent again. */
export function isSigned(
  secret: string,
  { time, signature, body }: { time: string | undefined; signature: string | undefined; body: string },
  now: number,
): boolean {
  const seconds = Number(time)
  if (!Number.isInteger(seconds) || Math.abs(now - seconds) > mostSeconds || signature === undefined) return false
  const wanted = Buffer.from(signatureOf(secret, seconds, body))
  const given = Buffer.from(signature)
  return wanted.length === given.length && timingSafeEqual(wanted, given)
}
