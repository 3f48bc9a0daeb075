import type { ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Refused } from '../kernel/refusal.ts'
import { realFrame } from '../platform/frame.ts'
import type { Log } from '../platform/log.ts'
import { RefusedForm } from '../platform/forms.ts'
import { asksForJson, problemResponse, statusOf } from '../platform/problem.ts'
import type { Problem } from '../platform/problem.ts'
import type { Env, Request } from '../platform/web.ts'
import { PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { TypedText } from '../ui/typed-text.tsx'

interface Telling {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly code?: string | undefined
  readonly article?: string | undefined
  /** Each refusal that belongs to a field, for programs. */
  readonly errors?: Problem['errors'] | undefined
  /** The text of a form that has no page any more. */
  readonly typed?: Trouble['values'] | undefined
}

const titles = {
  409: 'Đã có người xử lý trước',
  422: 'Chưa thực hiện được',
  503: 'Kho tệp chưa đáp ứng',
} as const

const missing: Telling = {
  status: 404,
  title: 'Không tìm thấy',
  detail: 'Địa chỉ này không có, đã đổi, hoặc bạn không có quyền xem.',
}

const unreadable: Telling = {
  status: 400,
  title: 'Yêu cầu chưa đúng',
  detail: 'Hãy kiểm tra lại địa chỉ hoặc dữ liệu gửi lên.',
}

/** What PostgreSQL says of a text that holds a NUL: nobody typed that, and nothing can store it. */
const untranslatable = '22021'

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
    const status = statusOf(error)
    const [refusal] = error.refusals
    if (!refusal || status === 404) return missing
    const { code, article } = refusal
    const detail = error.refusals.map((one) => c.var.sentence(one)).join(' ')
    const typed = error instanceof RefusedForm ? error.typed : undefined
    const errors = error.refusals.flatMap((one) =>
      one.field === undefined ? [] : [{ field: one.field, message: c.var.sentence(one) }],
    )
    return { status, title: titles[status], detail, code, article, typed, errors }
  }
  if (error instanceof HTTPException) {
    if (error.status === 403) {
      return { status: 403, title: 'Không được phép', detail: 'Yêu cầu này không đến từ trang của hệ thống.' }
    }
    if (error.status === 413) return { status: 413, title: 'Tệp quá lớn', detail: 'Tệp gửi lên vượt quá 20 MB.' }
    if (error.status < 500) return { ...unreadable, status: error.status }
  }
  if ((error as { code?: unknown }).code === untranslatable) return unreadable
  return broken
}

function answer(
  c: Request,
  { status, title, detail, code, article, typed, errors = [] }: Telling,
): Response | Promise<Response> {
  const { requestId } = c.var
  if (asksForJson(c)) {
    return problemResponse(c, {
      title,
      status,
      detail,
      requestId,
      ...(code === undefined ? {} : { code }),
      ...(article === undefined ? {} : { article }),
      ...(errors.length === 0 ? {} : { errors }),
    })
  }
  return c.html(
    <TroublePage title={title} detail={detail} typed={typed} requestId={requestId} frame={realFrame(c)} />,
    status as 400,
  )
}

interface TroubleProps extends Pick<Telling, 'title' | 'detail' | 'typed'> {
  readonly requestId: string
  readonly frame: ReturnType<typeof realFrame>
}

function TroublePage(trouble: TroubleProps) {
  return (
    <PublicPage {...trouble.frame} title={trouble.title}>
      <div class="stack section">
        <h1>{trouble.title}</h1>
        <p class="lead">{trouble.detail}</p>
        {trouble.typed ? <TypedText values={trouble.typed} /> : null}
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
