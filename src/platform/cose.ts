import { Encoder } from 'cbor-x'
import type { SigningKeys } from './keys.ts'

type Claim = number | string | Uint8Array | readonly Claim[] | ReadonlyMap<number | string, Claim>
export type Claims = ReadonlyMap<number, Claim>

const encoder = new Encoder({ mapsAsObjects: false, useRecords: false, tagUint8Array: false, variableMapSize: true })

const header = { algorithm: 1, keyId: 4 }
const es256 = -7
/** RFC 9052, 4.2: the tag that says COSE_Sign1. */
const sign1 = 0xd2

/** A CWT: claims signed as COSE_Sign1 with ES256 (RFC 8392, 9052). Who signed stands inside what is signed. */
export function signClaims(keys: SigningKeys, claims: Claims): Uint8Array {
  const key = keys.current()
  const protectedHeader = cbor(
    new Map<number, Claim>([
      [header.algorithm, es256],
      [header.keyId, new TextEncoder().encode(key.kid)],
    ]),
  )
  const payload = cbor(claims)
  const signature = key.sign(cbor(['Signature1', protectedHeader, new Uint8Array(), payload]))
  return new Uint8Array([sign1, ...cbor([protectedHeader, new Map(), payload, signature])])
}

function cbor(value: Claim): Uint8Array {
  return new Uint8Array(encoder.encode(value))
}
