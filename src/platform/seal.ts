import { createPublicKey, verify } from 'node:crypto'
import type { SigningKeys } from './keys.ts'

/**
 * The end of a link that opens one thing without an account: our signature on what is opened. Nothing secret is stored, so no copy
 * of the database opens anything. `said` begins with what it is for, so that a signature made for one thing opens no other.
 */
export function sealOf(keys: SigningKeys, said: string): string {
  return Buffer.from(keys.current().sign(Buffer.from(said))).toString('base64url')
}

/** Whether we sealed it. Seals of an older key still hold. */
export function isSealed(keys: SigningKeys, said: string, seal: string): boolean {
  return keys
    .published()
    .some((jwk) =>
      verify(
        'sha256',
        Buffer.from(said),
        { key: createPublicKey({ key: { ...jwk }, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
        Buffer.from(seal, 'base64url'),
      ),
    )
}
