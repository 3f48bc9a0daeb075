// Started by bench/list-page.ts: `node list-server.ts page|bare URL`; prints its port.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { openDatabase, openPool } from '../src/platform/db.ts'
import { localFiles } from '../src/platform/files.ts'
import { certificateKeys } from '../src/platform/keys.ts'
import { openLog } from '../src/platform/log.ts'
import { openDoor } from '../src/serve.ts'

const [kind, url = ''] = process.argv.slice(2)
const pool = openPool(url, { max: 10 })

if (kind === 'page') {
  const door = await openDoor(
    {
      db: openDatabase(pool),
      files: localFiles(tmpdir()),
      keys: certificateKeys(tmpdir()),
      reactsTo: new Set(),
      config: { demonstration: false, publicUrl: 'http://localhost' },
      log: openLog('error'),
      clock: () => new Date().toISOString(),
    },
    { host: '127.0.0.1', port: 0 },
  )
  console.log(door.port)
} else {
  // The peer: the same rows and the count, as JSON, with nothing in between.
  const server = createServer((request, response) => {
    const page = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('trang') ?? '1')
    void Promise.all([
      pool.query(
        'select * from catalogue.listing where last_day >= current_date order by issued_on desc, product_id limit 20 offset $1',
        [(page - 1) * 20],
      ),
      pool.query('select count(*) from catalogue.listing where last_day >= current_date'),
    ]).then(([list, count]) => {
      response.setHeader('Content-Type', 'application/json')
      response.end(JSON.stringify({ items: list.rows, total: count.rows[0] }))
    })
  })
  server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
}
