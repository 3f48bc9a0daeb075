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
import { methodsAt, otherMethods } from './api-methods.ts'

interface Telling {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly code: string
  /** For `Retry-After`. */
  readonly waitMinutes?: number | undefined
  /** For `Allow`. */
  readonly allowed?: readonly string[] | undefined
  readonly article?: string | undefined
  /** Each refusal that belongs to a field, for programs. */
  readonly errors?: Problem['errors'] | undefined
  /** The text of a form that has no page any more. */
  readonly typed?: Trouble['values'] | undefined
}

const titles = {
  409: 'Đã có người xử lý trước',
  422: 'Chưa thực hiện được',
  429: 'Hãy đợi một lát',
  503: 'Kho tệp chưa đáp ứng',
} as const

const missing: Telling = {
  status: 404,
  code: 'kernel/not-found',
  title: 'Không tìm thấy',
  detail: 'Địa chỉ này không có, đã đổi, hoặc bạn không có quyền xem.',
}

const unreadable: Telling = {
  status: 400,
  code: 'kernel/unreadable',
  title: 'Yêu cầu chưa đúng',
  detail: 'Hãy kiểm tra lại địa chỉ hoặc dữ liệu gửi lên.',
}

/** Refused before any slice was asked. */
const refusedByStatus: Readonly<Record<number, Telling>> = {
  403: {
    status: 403,
    code: 'kernel/foreign-page',
    title: 'Không được phép',
    detail: 'Yêu cầu này không đến từ trang của hệ thống.',
  },
  413: {
    status: 413,
    code: 'kernel/too-large',
    title: 'Gửi lên quá lớn',
    detail: 'Tệp gửi lên vượt quá 20 MB, hoặc chữ dài hơn một triệu ký tự.',
  },
  415: {
    status: 415,
    code: 'kernel/not-json',
    title: 'Kiểu dữ liệu chưa đúng',
    detail: 'Giao diện lập trình chỉ nhận JSON: hãy gửi kèm Content-Type: application/json.',
  },
}

function otherMethod(allowed: readonly string[]): Telling {
  return {
    status: 405,
    code: 'kernel/method-not-allowed',
    title: 'Cách gọi chưa đúng',
    detail: `Địa chỉ này chỉ nhận ${allowed.join(', ')}.`,
    allowed,
  }
}

/** Mostly somebody who came back to where a form was sent. */
function formOnly(allowed: readonly string[]): Telling {
  const sendsOnly = !allowed.includes('GET')
  const detail = sendsOnly
    ? 'Địa chỉ này chỉ nhận biểu mẫu gửi đi, không có trang để mở. Hãy quay lại trang có biểu mẫu.'
    : 'Địa chỉ này chỉ để xem, không nhận biểu mẫu. Hãy mở lại trang và dùng nút trên trang.'
  return { ...otherMethod(allowed), title: 'Địa chỉ này không mở được như vậy', detail }
}

/** What PostgreSQL says of a text that holds a NUL: nobody typed that, and nothing can store it. */
const untranslatable = '22021'

const broken: Telling = {
  status: 500,
  code: 'kernel/broken',
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

/** No route answered: the address is not there, or is there for another method. */
export const onNotFound: NotFoundHandler<Env> = (c) => {
  const allowed = otherMethods(c.req.method, c.req.path)
  return answer(c, allowed === undefined ? missing : asksForJson(c) ? otherMethod(allowed) : formOnly(allowed))
}

function tellingOf(error: Error, c: Request): Telling {
  if (error instanceof Refused) {
    const status = statusOf(error)
    const [refusal] = error.refusals
    if (!refusal || status === 404) return missing
    const { code, article, waitMinutes } = refusal
    const detail = error.refusals.map((one) => c.var.sentence(one)).join(' ')
    const typed = error instanceof RefusedForm ? error.typed : undefined
    const errors = error.refusals.flatMap((one) =>
      one.field === undefined ? [] : [{ field: one.field, message: c.var.sentence(one) }],
    )
    return { status, title: titles[status], detail, code, article, typed, errors, waitMinutes }
  }
  if (error instanceof HTTPException && error.status === 405) return otherMethod(methodsAt(c.req.path))
  if (error instanceof HTTPException && error.status < 500)
    return refusedByStatus[error.status] ?? { ...unreadable, status: error.status }
  if ((error as { code?: unknown }).code === untranslatable) return unreadable
  return broken
}

function answer(
  c: Request,
  { status, title, detail, code, article, typed, waitMinutes, allowed, errors = [] }: Telling,
): Response | Promise<Response> {
  const { requestId } = c.var
  if (waitMinutes !== undefined) c.header('Retry-After', String(waitMinutes * 60))
  if (allowed !== undefined) c.header('Allow', allowed.join(', '))
  if (asksForJson(c)) {
    return problemResponse(c, {
      title,
      status,
      detail,
      code,
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
          <a class="button" href={trouble.frame.viewer.signedIn ? paths.desk() : paths.home()}>
            {trouble.frame.viewer.signedIn ? 'Về bàn làm việc' : 'Về trang chủ'}
          </a>
        </p>
      </div>
    </PublicPage>
  )
}
