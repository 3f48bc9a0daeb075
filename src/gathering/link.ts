import type { SigningKeys } from '../platform/keys.ts'
import { isSealed, sealOf } from '../platform/seal.ts'

/** What is signed to open one invitation. */
export const sealed = (invitationId: string) => `gathering.invitation:${invitationId}`

/** The address part of one invitation: its id and our signature on it. */
export function linkOf(keys: SigningKeys, invitationId: string): string {
  return `${invitationId}.${sealOf(keys, sealed(invitationId))}`
}

/** The invitation that a link was made for; undefined when we did not make it. */
export function invitationOf(keys: SigningKeys, link: string): string | undefined {
  const [, id = '', signature = ''] = /^([0-9a-f-]{36})\.([\w-]{86})$/.exec(link) ?? []
  return id !== '' && isSealed(keys, sealed(id), signature) ? id : undefined
}
