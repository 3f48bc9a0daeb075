import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { canonicalPassword } from './rules.ts'

// OWASP's first choice for argon2id: 19 MiB, two passes; 41 ms on the reference machine.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

// The hash of nobody's password: an unknown name costs the same time as a wrong password.
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$lVz8tLEXvn1CgKV6xU7pQQ$J8ZU7g+oFGeVWFDZCBhPPwJu4h83yIFrFoeoNcSxKZ4'

export function hashPassword(typed: string): Promise<string> {
  return hash(canonicalPassword(typed), cost)
}

/** @param kept the hash of the account, or undefined when no account has the name: false after the same work. */
export async function passwordFits(typed: string, kept: string | undefined): Promise<boolean> {
  // Longer than any password we accept: not worth hashing.
  if (typed.length > 1_000) return false
  const fits = await verify(kept ?? nobody, canonicalPassword(typed))
  return fits && kept !== undefined
}

// No letters or figures that look alike on paper: it is handed over by hand.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** `k7mp-x2qa-93he-dwtr`: 79 bits, easy to read out. */
export function firstPassword(): string {
  const word = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return [word(), word(), word(), word()].join('-')
}
