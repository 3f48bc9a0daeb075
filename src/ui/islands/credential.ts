// Reads and judges the signed content of a certificate's QR code without asking anybody. No imports: the browser loads
// this file as it is, and the server and the command line judge with the same lines, so they cannot disagree.

/** A key of /.well-known/ocop-keys.json. */
interface PublishedKey {
  readonly kty: string
  readonly crv: string
  readonly x: string
  readonly y: string
  readonly kid: string
}

export interface SignedCertificate {
  /** The site (host and port) that signed. */
  readonly issuer: string
  readonly number: string
  readonly productName: string
  readonly producerName: string
  readonly stars: number
  readonly decision: string
  /** Seconds since 1970: the first moment in force, and the first one after. */
  readonly from: number
  readonly until: number
  /** The place in the status list. */
  readonly index: number
}

/** What can be proven without asking; `statusAge` in seconds, null without a list. */
interface Judgement {
  readonly verdict: 'valid' | 'renewal-pending' | 'expired' | 'suspended' | 'revoked' | 'cannot-tell' | 'not-genuine'
  readonly reason: string
  readonly certificate?: SignedCertificate
  readonly statusAge: number | null
}

export interface Trusted {
  readonly keys: readonly PublishedKey[]
  /** The signed status list as it was fetched. */
  readonly list: Uint8Array | undefined
}

type Value = number | string | Uint8Array | Value[] | Map<Value, Value>

// Signed by us, about 1,200 characters at most; what is longer is refused before any work.
const longest = 2_000
const claim = { issuer: 1, subject: 2, until: 4, from: 5, issuedAt: 6, status: 65_533, certificate: -65_537 } as const
/** Values of the list: those of Token Status List, and two of its numbers for own use (0x03, 0x0C). */
export const statusCodes = { valid: 0, revoked: 1, suspended: 2, 'renewal-pending': 3, replaced: 12 } as const
// A phone's clock and ours may differ a little.
const clockSlack = 300

class Fault extends Error {}

/** The CBOR that we write and nothing else: shortest lengths, no floats, no indefinite items, four levels deep. */
function readCbor(bytes: Uint8Array): Value {
  let at = 0
  const take = (length: number) => {
    if (at + length > bytes.length) throw new Fault('cut short')
    at += length
    return bytes.slice(at - length, at)
  }
  const count = (size: number) => {
    if (size < 24) return size
    const width = { 24: 1, 25: 2, 26: 4 }[size]
    if (width === undefined) throw new Fault('odd length')
    const value = take(width).reduce((sum, byte) => sum * 256 + byte, 0)
    if (value < (width === 1 ? 24 : 256 ** (width / 2))) throw new Fault('long-winded')
    return value
  }
  const item = (depth: number): Value => {
    const head = take(1)[0] ?? 0
    const size = count(head & 31)
    const kind = head >> 5
    if (kind === 0) return size
    if (kind === 1) return -1 - size
    if (kind === 2) return take(size)
    if (kind === 3) return new TextDecoder('utf-8', { fatal: true }).decode(take(size))
    if (depth === 4 || size > 64) throw new Fault('too much')
    if (kind === 4) return Array.from({ length: size }, () => item(depth + 1))
    if (kind === 5) return new Map(Array.from({ length: size }, () => [item(depth + 1), item(depth + 1)]))
    if (kind === 6 && at === 1 && size === 18) return item(depth)
    throw new Fault('unknown kind')
  }
  const value = item(0)
  if (at !== bytes.length) throw new Fault('left over')
  return value
}

function mapped(value: Value | undefined): Map<Value, Value> {
  if (value instanceof Map) return value
  throw new Fault('no map')
}

/** `Sig_structure` of RFC 9052, 4.4. */
function toBeSigned(header: Uint8Array, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = ({ length }: Uint8Array) =>
    length < 24
      ? [0x40 + length]
      : length < 256
        ? [0x58, length]
        : length < 65_536
          ? [0x59, length >> 8, length & 255]
          : [0x5a, length >>> 24, (length >> 16) & 255, (length >> 8) & 255, length & 255]
  const name = new TextEncoder().encode('Signature1')
  return new Uint8Array([0x84, 0x6a, ...name, ...bytes(header), ...header, 0x40, ...bytes(payload), ...payload])
}

/** The claims, once the signature stands; undefined when no key of ours has that name. @throws when it does not stand. */
async function openSigned(message: Uint8Array, keys: readonly PublishedKey[]) {
  if (message[0] !== 0xd2) throw new Fault('not COSE_Sign1')
  const parts = readCbor(message)
  const [header, open, payload, signature] = Array.isArray(parts) ? parts : []
  if (!(header instanceof Uint8Array && payload instanceof Uint8Array && signature instanceof Uint8Array))
    throw new Fault('not COSE_Sign1')
  if (mapped(open).size > 0) throw new Fault('unsigned header')
  const [algorithm, keyId] = [mapped(readCbor(header)).get(1), mapped(readCbor(header)).get(4)]
  if (algorithm !== -7 || !(keyId instanceof Uint8Array)) throw new Fault('not ES256')
  const name = new TextDecoder().decode(keyId)
  const found = keys.find(({ kid }) => kid === name)
  if (found === undefined) return undefined
  const { kty, crv, x, y } = found
  const curve = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, curve, false, ['verify'])
  const stands = await crypto.subtle.verify(
    { name: 'ECDSA', hash: 'SHA-256' },
    key,
    new Uint8Array(signature),
    toBeSigned(header, payload),
  )
  if (!stands) throw new Fault('signature')
  return mapped(readCbor(payload))
}

/** Base64url without a second way to write the same bytes. */
function decode(text: string): Uint8Array {
  if (!/^[\w-]+$/.test(text)) throw new Fault('not base64url')
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  if (btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') !== text) throw new Fault('loose bits')
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}

function certificateOf(claims: Map<Value, Value>): SignedCertificate {
  const [productName, producerName, stars, decision, index, ...more] = claims.get(claim.certificate) as Value[]
  const read = {
    issuer: claims.get(claim.issuer),
    number: claims.get(claim.subject),
    productName,
    producerName,
    stars,
    decision,
    from: claims.get(claim.from),
    until: claims.get(claim.until),
    index,
  }
  const numbers = ['stars', 'from', 'until', 'index']
  for (const [name, value] of Object.entries(read))
    if (typeof value !== (numbers.includes(name) ? 'number' : 'string')) throw new Fault(name)
  if (more.length > 0) throw new Fault('more')
  return read as SignedCertificate
}

/** Does the text hold signed content, as `address#content` or alone? All of ours begins with tag 18 and four parts. */
export function holdsSigned(text: string): boolean {
  return /(^|#)0oR/.test(text.trim())
}

/**
 * The certificate in a scanned text; `unknown-key` when its key is in no list at hand.
 * @throws when the text was not signed so by any of the keys: forged, changed, cut, or around another address.
 */
export async function openCertificate(text: string, keys: readonly PublishedKey[]) {
  const [before = '', after] = text.trim().split('#')
  const content = after ?? before
  if (text.length > longest || !holdsSigned(text)) throw new Fault('not ours')
  const claims = await openSigned(decode(content), keys)
  if (claims === undefined) return 'unknown-key'
  const certificate = certificateOf(claims)
  if (after !== undefined) {
    const { host, pathname } = new URL(before)
    if (host !== certificate.issuer || pathname !== `/chung-nhan/${certificate.number}`) throw new Fault('address')
  }
  return certificate
}

interface StatusList {
  readonly issuedAt: number
  readonly until: number
  at(index: number): number | undefined
}

async function openList(message: Uint8Array, keys: readonly PublishedKey[]): Promise<StatusList | undefined> {
  const claims = await openSigned(message, keys)
  const [issuedAt, until] = [claims?.get(claim.issuedAt), claims?.get(claim.until)]
  if (typeof issuedAt !== 'number' || typeof until !== 'number') return undefined
  const packed = mapped(claims?.get(claim.status)).get('lst') as Uint8Array<ArrayBuffer>
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'))
  const list = new Uint8Array(await new Response(unpacked).arrayBuffer())
  return { issuedAt, until, at: (index) => codeAt(list, index) }
}

/** Four bits each, the lower half of a byte first; undefined past the end. */
function codeAt(list: Uint8Array, index: number): number | undefined {
  const pair = list[index >> 1]
  return pair === undefined ? undefined : (pair >> (4 * (index & 1))) & 15
}

const notOurs = 'Nội dung không mang chữ ký của hệ thống OCOP, hoặc đã bị sửa. Đừng tin dấu sao chỉ vì mã quét được.'

const unsigned = 'Số, mã, tên hay địa chỉ này không mang chữ ký, nên chỉ tra được khi có mạng.'

/** A number, a code, a name or an address: true or not, only the register knows. */
function isPlain(text: string): boolean {
  return text.length <= 120 && !text.includes('#') && !holdsSigned(text)
}

/** The verdict on a text at a moment, with only what was fetched before. Never `valid` on anything that is not proven. */
export async function judgeSigned(text: string, { keys, list }: Trusted, at: Date): Promise<Judgement> {
  const now = at.getTime() / 1000
  const status = list && (await openList(list, keys).catch(() => undefined))
  const statusAge = status === undefined ? null : Math.round(now - status.issuedAt)
  const usable = status !== undefined && now > status.issuedAt - clockSlack
  const fresh = usable && now < status.until
  if (isPlain(text)) return { verdict: 'cannot-tell', reason: unsigned, statusAge }
  const certificate = await openCertificate(text, keys).catch(() => undefined)
  if (certificate === undefined) return { verdict: 'not-genuine', reason: notOurs, statusAge }
  if (certificate !== 'unknown-key')
    return { ...judge(certificate, status, { now, usable, fresh }), certificate, statusAge }
  // Keys are fetched together with the list: an old pair may miss a key that was made since.
  if (fresh) return { verdict: 'not-genuine', reason: notOurs, statusAge }
  const reason = `Khóa đã ký nội dung này không có trong máy. ${ageOf(statusAge)} Hãy mở trang này khi có mạng.`
  return { verdict: 'cannot-tell', reason, statusAge }
}

function judge(
  { from, until, index, stars, number }: SignedCertificate,
  status: StatusList | undefined,
  { now, usable, fresh }: { now: number; usable: boolean; fresh: boolean },
): Pick<Judgement, 'verdict' | 'reason'> {
  const age = ageOf(status === undefined ? null : Math.round(now - status.issuedAt))
  if (now < from)
    return {
      verdict: 'cannot-tell',
      reason: `Chữ ký thật, nhưng giấy chỉ có hiệu lực từ ${dayOf(from)}. Hãy xem lại ngày giờ của máy.`,
    }
  const code = usable ? status?.at(index) : undefined
  const lastDay = dayOf(until - 1)
  // Neither is ever undone, so an old list proves it too.
  if (code === statusCodes.revoked) return { verdict: 'revoked', reason: `Giấy ${number} đã bị thu hồi. ${age}` }
  if (code === statusCodes.replaced)
    return { verdict: 'expired', reason: `Giấy ${number} đã được thay bằng giấy mới. ${age}` }
  if (fresh && code === statusCodes.suspended)
    return { verdict: 'suspended', reason: `Giấy ${number} đang bị tạm đình chỉ dùng dấu sao. ${age}` }
  if (fresh && code === statusCodes['renewal-pending'] && now >= until)
    return {
      verdict: 'renewal-pending',
      reason: `${stars} sao, hết hạn ngày ${lastDay}, được kéo dài chờ xét gia hạn. ${age}`,
    }
  if (now >= until)
    return { verdict: 'expired', reason: `Hết hạn sau ngày ${lastDay} ghi trong nội dung đã ký. ${age}` }
  if (fresh && code !== undefined)
    return { verdict: 'valid', reason: `Được công nhận ${stars} sao, còn hiệu lực đến ${lastDay}. ${age}` }
  return {
    verdict: 'cannot-tell',
    reason: `Chữ ký thật, ghi ${stars} sao đến ${lastDay}, nhưng chưa biết tình trạng hôm nay. ${age}`,
  }
}

/** How old the list is, in words. */
function ageOf(seconds: number | null): string {
  if (seconds === null) return 'Máy chưa có danh sách tình trạng.'
  if (seconds < -clockSlack) return 'Danh sách tình trạng được lập sau thời điểm này; đồng hồ của máy có thể sai.'
  const hours = Math.floor(seconds / 3600)
  const ago =
    seconds < 120
      ? 'vừa xong'
      : hours < 2
        ? `${Math.floor(seconds / 60)} phút trước`
        : hours < 48
          ? `${hours} giờ trước`
          : `${Math.floor(hours / 24)} ngày trước`
  return `Danh sách tình trạng lập ${ago}.`
}

/** The civil day in Vietnam, as people write it. */
function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' })
}
