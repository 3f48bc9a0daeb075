import type { ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Refused } from '../kernel/refusal.ts'
import { realFrame } from '../platform/frame.ts'
import type { Log } from '../platform/log.ts'
import { problemResponse } from '../platform/problem.ts'
import type { Env, Request } from '../platform/web.ts'
import { PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'

interface Telling {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly code?: string
  readonly article?: string
}

const missing: Telling = {
  status: 404,
  title: 'Không tìm thấy',
  detail: 'Địa chỉ này không có, đã đổi, hoặc bạn không có quyền xem.',
}

const broken: Telling = {
  status: 500,
  title: 'Hệ thống gặp lỗi',
  detail: 'Việc bạn vừa làm chưa được lưu. Hãy thử lại; nếu vẫn lỗi, gửi số tham chiếu dưới đây cho người vận hành.',
}

/** One place turns trouble into an answer: a page for people, problem+json for programs. */
export function onError(log: Log): ErrorHandler<Env> {
  return (error, c) => {
    const telling = tellingOf(error, c)
    if (telling.status === 500)
      log.error({ err: error, requestId: c.var.requestId, path: c.req.path }, 'request failed')
    return answer(c, telling)
  }
}

export const onNotFound: NotFoundHandler<Env> = (c) => answer(c, missing)

function tellingOf(error: Error, c: Request): Telling {
  if (error instanceof Refused) {
    const [refusal] = error.refusals
    if (!refusal || refusal.code === 'kernel/not-found') return missing
    const { code, article } = refusal
    const detail = error.refusals.map((one) => c.var.sentence(one)).join(' ')
    if (code.startsWith('kernel/file-')) return { status: 503, title: 'Kho tệp chưa đáp ứng', detail, code }
    return { status: 422, title: 'Chưa thực hiện được', detail, code, ...(article === undefined ? {} : { article }) }
  }
  if (error instanceof HTTPException) {
    if (error.status === 403) {
      return { status: 403, title: 'Không được phép', detail: 'Yêu cầu này không đến từ trang của hệ thống.' }
    }
    if (error.status === 413) return { status: 413, title: 'Tệp quá lớn', detail: 'Tệp gửi lên vượt quá 20 MB.' }
    if (error.status < 500)
      return {
        status: error.status,
        title: 'Yêu cầu chưa đúng',
        detail: 'Hãy kiểm tra lại địa chỉ hoặc dữ liệu gửi lên.',
      }
  }
  return broken
}

function answer(c: Request, { status, title, detail, code, article }: Telling): Response | Promise<Response> {
  const { requestId } = c.var
  if (c.req.path.startsWith('/api/') || (c.req.header('Accept') ?? '').startsWith('application/json')) {
    return problemResponse(c, {
      title,
      status,
      detail,
      requestId,
      ...(code === undefined ? {} : { code }),
      ...(article === undefined ? {} : { article }),
    })
  }
  return c.html(<TroublePage title={title} detail={detail} requestId={requestId} frame={realFrame(c)} />, status as 400)
}

function TroublePage(trouble: {
  title: string
  detail: string
  requestId: string
  frame: ReturnType<typeof realFrame>
}) {
  return (
    <PublicPage {...trouble.frame} title={trouble.title}>
      <div class="stack section">
        <h1>{trouble.title}</h1>
        <p class="lead">{trouble.detail}</p>
        <p class="small muted">
          Số tham chiếu: <code>{trouble.requestId}</code>
        </p>
        <p>
          <a class="button" href={paths.home()}>
            Về trang chủ
          </a>
        </p>
      </div>
    </PublicPage>
  )
}
