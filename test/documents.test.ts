import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openLog } from '../src/platform/log.ts'
import { figures } from '../src/statistics/figures/catalogue-of-figures.ts'
import { dimensionWords } from '../src/statistics/words.ts'
import { paths } from '../src/ui/paths.ts'
import { webApp } from '../src/web/app.ts'
import { useWorld } from './support/world.ts'

// Documents that the code writes: `UPDATE_DOCS=1 npx vitest run test/documents.test.ts` writes them again.
const world = useWorld()

const documents: Readonly<Record<string, () => string | Promise<string>>> = {
  'docs/figures.md': figuresDocument,
  'docs/openapi.json': openApiDocument,
}

describe('generated documents', () => {
  test.each(Object.entries(documents))(
    '%s is what the code says: UPDATE_DOCS=1 writes it again',
    async (path, write) => {
      const text = await write()
      if (process.env['UPDATE_DOCS'] === '1') writeFileSync(path, text)
      expect(readFileSync(path, 'utf8')).toBe(text)
      expect(text).not.toMatch(/https?:\/\/(localhost|127\.0\.0\.1)/)
    },
  )
})

function figuresDocument(): string {
  const sections = figures.map(({ id, title, definition, unit, dimensions, overlapping }) => {
    const more = overlapping.map((one) => dimensionWords[one].toLowerCase())
    return [
      `## ${title}`,
      definition,
      [
        `- Đơn vị tính: ${unit}`,
        `- Chia theo: ${dimensions.map((one) => dimensionWords[one].toLowerCase()).join(' · ')}`,
        ...(more.length === 0 ? [] : [`- Các phần có thể cộng lớn hơn tổng khi chia theo: ${more.join(' · ')}`]),
        `- Trang: \`${paths.statistics.figure(id)}\` · bản ghi: \`${paths.statistics.records(id)}\` · API: \`/api/v1/figures/${id}\``,
      ].join('\n'),
    ].join('\n\n')
  })
  const head = [
    '# Các con số và định nghĩa',
    'Tệp này do `test/documents.test.ts` lập từ `src/statistics/figures/`; sửa ở đó. Mỗi con số tính đến một ngày, cho một địa bàn, và mở ra được các bản ghi đã đếm.',
  ]
  return `${[...head, ...sections].join('\n\n')}\n`
}

/** The contract as the running application gives it, but for the host it runs on. */
async function openApiDocument(): Promise<string> {
  const app = webApp({
    db: world.db,
    files: world.files,
    keys: world.keys,
    reactsTo: new Set(),
    config: { demonstration: false, publicUrl: 'http://localhost' },
    log: openLog('silent'),
    clock: () => '2026-11-24T02:00:00.000Z',
  })
  const contract = (await (await app.request('/openapi.json')).json()) as Record<string, unknown>
  return `${JSON.stringify({ ...contract, servers: [{ url: '/' }] }, null, 2)}\n`
}
