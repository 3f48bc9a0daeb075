import { BlockList, isIP } from 'node:net'

/** Whose word counts when a request names the address behind it. */
export type Proxies = (address: string) => boolean

/**
 * `10.0.2.0/24, 192.0.2.7`: addresses and networks of proxies.
 * @returns undefined when one of them is none.
 */
export function readProxies(text: string): Proxies | undefined {
  const list = new BlockList()
  for (const one of text.split(',').map((part) => part.trim())) {
    const [address = '', prefix] = one.split('/')
    const family = isIP(address)
    const length = prefix === undefined ? undefined : Number(prefix)
    if (family === 0 || (length !== undefined && !isPrefix(length, family))) return undefined
    const kind = family === 4 ? 'ipv4' : 'ipv6'
    if (length === undefined) list.addAddress(address, kind)
    else list.addSubnet(address, length, kind)
  }
  return (address) => {
    // A socket that serves both families names an IPv4 peer as IPv6.
    const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
    return isIP(plain) !== 0 && list.check(plain, isIP(plain) === 4 ? 'ipv4' : 'ipv6')
  }
}

function isPrefix(length: number, family: number): boolean {
  return Number.isInteger(length) && length > 0 && length <= (family === 4 ? 32 : 128)
}

/** A proxy on this machine. */
export const ownMachine: Proxies = (address) => /^(::ffff:)?127\.|^::1$/.test(address)
