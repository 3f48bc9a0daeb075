import { createPublicKey, verify } from 'node:crypto'
import type { SigningKeys } from '../platform/keys.ts'

/** Said before the id, so that a signature made for anything else opens no invitation. */
const purpose = 'gathering.invitation:'

/** The address part of one invitation: its id and our signature on it. Nothing secret is stored, so no copy of the database opens one. */
export function linkOf(keys: SigningKeys, invitationId: string): string {
  const signature = keys.current().sign(Buffer.from(purpose + invitationId))
  return `${invitationId}.${Buffer.from(signature).toString('base64url')}`
}

/** The invitation that a link was made for; undefined when we did not make it. Links of an older key still hold. */
export function invitationOf(keys: SigningKeys, link: string): string | undefined {
  const [, id = '', signature = ''] = /^([0-9a-f-]{36})\.([\w-]{86})$/.exec(link) ?? []
  if (id === '') return undefined
  const signed = Buffer.from(purpose + id)
  const mine = keys
    .published()
    .some((jwk) =>
      verify(
        'sha256',
        signed,
        { key: createPublicKey({ key: { ...jwk }, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      ),
    )
  return mine ? id : undefined
}
