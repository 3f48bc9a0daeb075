#!/usr/bin/env node
// Proves an export of the book of acts without the system that wrote it: Node 20 or newer, nothing to install.
// Written apart from src/audit on purpose: two programs that agree prove more than one.
//
//   node tools/verify-book.mjs FILE [--key KEY] [--heads FILE]
//
// --key    the published public key (base64url); without it the key in the file is believed, and printed.
// --heads  ends of the chain noted earlier (JSON lines {number, hash}): proves that nothing was cut off since.
// Exit codes: 0 proven · 1 the first bad place is named · 2 not called properly.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'

class Bad extends Error {}

/** JSON with sorted keys and no blanks (RFC 8785). */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest()
}

/** Leaves cover number and hash; a last node without a partner moves up as it is. */
function merkleRoot({ members, leaves }) {
  let level = members.map((seq, index) => sha256(`leaf:${seq}:${leaves[index]}`))
  while (level.length > 1) {
    const above = []
    for (let index = 0; index < level.length; index += 2) {
      const pair = level.slice(index, index + 2)
      above.push(pair.length === 1 ? pair[0] : sha256(Buffer.concat([Buffer.from('node:'), ...pair])))
    }
    level = above
  }
  return level[0].toString('hex')
}

function checkBatch(batch, previous, publicKey) {
  const { number, members, leaves, root, keyId, sealedAt, hash, signature } = batch
  if (number !== previous.number + 1) throw new Bad(`mẻ ${previous.number + 1}: không có trong tệp`)
  if (batch.previous !== previous.hash) throw new Bad(`mẻ ${number}: không nối vào mẻ trước`)
  if (
    !Array.isArray(members) ||
    members.length === 0 ||
    members.length !== leaves.length ||
    merkleRoot(batch) !== root
  ) {
    throw new Bad(`mẻ ${number}: danh sách dòng không khớp gốc Merkle`)
  }
  const sealed = canonical({ number, count: members.length, root, previous: batch.previous, keyId, sealedAt })
  if (sha256(sealed).toString('hex') !== hash) throw new Bad(`mẻ ${number}: nội dung mẻ không khớp băm`)
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
  if (!verify(null, Buffer.from(hash), key, Buffer.from(signature, 'base64url'))) {
    throw new Bad(`mẻ ${number}: chữ ký không đúng`)
  }
}

function checkEntry(entry, batch, position) {
  const { seq, at, actor, posting, provinces, fact, subject, detail } = entry
  const wanted = batch?.members[position]
  if (wanted === undefined) throw new Bad(`dòng ${seq}: không thuộc mẻ nào`)
  if (seq !== wanted) {
    const word = batch.members.includes(seq) ? 'không ở đúng chỗ hoặc đã bị xóa' : 'đã bị xóa hoặc thay thế'
    throw new Bad(`mẻ ${batch.number}, dòng ${wanted}: ${word} (gặp dòng ${seq})`)
  }
  const hash = sha256(canonical({ at, actor, posting, provinces, fact, subject, detail })).toString('hex')
  if (hash !== batch.leaves[position] || hash !== entry.hash) {
    throw new Bad(`mẻ ${batch.number}, dòng ${seq}: nội dung đã bị sửa sau khi niêm phong`)
  }
}

function checkComplete(batch, position) {
  if (batch && position < batch.members.length) {
    throw new Bad(`mẻ ${batch.number}, dòng ${batch.members[position]}: đã bị xóa`)
  }
}

function checkHeads(file, hashes) {
  const notes = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  for (const note of notes) {
    const { number, hash } = JSON.parse(note)
    if (hashes.get(number) !== hash)
      throw new Bad(`mẻ ${number}: đầu sổ đã ghi nhận không còn: sổ bị cắt hoặc viết lại`)
  }
}

async function prove(file, { key, heads }) {
  let book
  let batch
  let position = 0
  let entries = 0
  let previous = { number: 0, hash: '0'.repeat(64) }
  const hashes = new Map()
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (line.trim() === '') continue
    const found = JSON.parse(line)
    if (!book) {
      if (found.kind !== 'book' || found.format !== 'ocop-book-1') throw new Bad('đây không phải tệp xuất sổ ghi')
      if (key !== undefined && key !== found.publicKey) throw new Bad('khóa trong tệp khác khóa đã công bố')
      book = found
    } else if (found.kind === 'batch') {
      checkComplete(batch, position)
      checkBatch(found, previous, book.publicKey)
      hashes.set(found.number, found.hash)
      previous = batch = found
      position = 0
    } else if (found.kind === 'entry') {
      checkEntry(found, batch, position)
      position++
      entries++
    } else throw new Bad(`có dòng lạ trong tệp sau mẻ ${previous.number}`)
  }
  if (!book) throw new Bad('tệp trống')
  checkComplete(batch, position)
  if (book.head && (book.head.number !== previous.number || book.head.hash !== previous.hash)) {
    throw new Bad(`mẻ ${previous.number + 1}: phần cuối đã bị cắt (đầu sổ lúc xuất là mẻ ${book.head.number})`)
  }
  if (heads !== undefined) checkHeads(heads, hashes)
  return { entries, head: previous, publicKey: book.publicKey }
}

const usage = 'Cách gọi: node verify-book.mjs TỆP [--key KHÓA] [--heads TỆP_ĐẦU_SỔ]'

function readCall() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { key: { type: 'string' }, heads: { type: 'string' }, help: { type: 'boolean' } },
    })
    return positionals.length === 1 && !values.help ? { file: positionals[0], values } : undefined
  } catch {
    return undefined
  }
}

const call = readCall()
if (!call) {
  console.error(usage)
  process.exit(2)
}
try {
  const { entries, head, publicKey } = await prove(call.file, call.values)
  console.log(`Sổ ghi nguyên vẹn: ${entries} dòng, ${head.number} mẻ, đầu sổ ${head.number}:${head.hash}`)
  if (call.values.key === undefined)
    console.log(`Khóa ghi trong tệp: ${publicKey}. Hãy so với khóa mà cơ quan vận hành công bố.`)
} catch (error) {
  if (error.code === 'ENOENT') {
    console.error(`Không đọc được tệp ${error.path}`)
    process.exit(2)
  }
  console.error(`KHÔNG chứng minh được: ${error instanceof Bad ? error.message : `tệp hỏng (${error.message})`}`)
  process.exit(1)
}
