import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { says } from '../platform/api.ts'
import type { Env, Request } from '../platform/web.ts'
import { assetText } from '../ui/assets.ts'
import { paths } from '../ui/paths.ts'
import { statusList } from './actions-offline.ts'
import { listTerms } from './credential.ts'

const Keys = z
  .object({
    keys: z.array(
      z.object({
        kty: z.literal('EC'),
        crv: z.literal('P-256'),
        x: z.string(),
        y: z.string(),
        kid: z.string(),
        alg: z.literal('ES256'),
        use: z.literal('sig'),
      }),
    ),
  })
  .meta({ id: 'Keys' })

const statusListType = 'application/statuslist+cwt'

/** Its own address, not that of a file with a hash: a browser asks here again whether there is a newer one. */
function worker(c: Request) {
  return c.body(assetText('offline-worker.js'), 200, { 'Content-Type': 'text/javascript; charset=utf-8' })
}

/** What a phone fetches while it has network, to check certificates when it has none. */
export const offlineApi = new Hono<Env>()
  .get(paths.recognition.offlineWorker(), worker)
  .get(paths.recognition.keys(), says('Khóa công khai của hệ thống (JWKS)', 'Giấy chứng nhận', Keys), (c) => {
    c.header('Cache-Control', `public, max-age=${listTerms.askAgain}`)
    c.header('Access-Control-Allow-Origin', '*')
    return c.json({ keys: [...c.var.ctx.keys.published()] })
  })
  .get(
    paths.recognition.statusList(),
    describeRoute({
      summary: 'Danh sách tình trạng đã ký, để kiểm tra khi không có mạng (Token Status List, CWT)',
      tags: ['Giấy chứng nhận'],
      responses: { 200: { description: 'Thành công', content: { [statusListType]: {} } } },
    }),
    async (c) => {
      const list = await statusList(c.var.ctx, `${c.var.publicUrl}${paths.recognition.statusList()}`)
      c.header('Access-Control-Allow-Origin', '*')
      return c.body(new Uint8Array(list), 200, { 'Content-Type': statusListType })
    },
  )
