import type { OpenAPIV3_1 } from 'openapi-types'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { membersOf } from './reference-shape.ts'
import type { Member, NamedShapes, Shape } from './reference-shape.ts'

type Contract = OpenAPIV3_1.Document
type Body = { readonly content?: Readonly<Record<string, { readonly schema?: Shape }>> }

interface Call {
  readonly method: string
  readonly path: string
  readonly asked: OpenAPIV3_1.OperationObject
}

/** Every address of the API by subject: what it takes, what it answers. */
export function ReferenceView({ contract, publicUrl }: { readonly contract: Contract; readonly publicUrl: string }) {
  const calls = callsOf(contract)
  const tags = [...new Set(calls.map(({ asked }) => asked.tags?.[0] ?? ''))]
  const named = (contract.components?.schemas ?? {}) as NamedShapes
  return (
    <div class="stack loose">
      <div class="stack">
        <h1>Giao diện lập trình (API)</h1>
        <p class="lead">{contract.info.description}</p>
        <p>
          Không cần khóa (tin nhắn của nhà mạng thì phải ký). Địa chỉ gốc: <code>{publicUrl}</code>. Bản máy đọc:{' '}
          <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).
        </p>
      </div>
      <Manners publicUrl={publicUrl} />
      {tags.map((tag) => (
        <Panel title={tag}>
          {calls
            .filter(({ asked }) => (asked.tags?.[0] ?? '') === tag)
            .map((call) => (
              <OneCall {...call} named={named} />
            ))}
        </Panel>
      ))}
    </div>
  )
}

function Manners({ publicUrl }: { readonly publicUrl: string }) {
  return (
    <Panel title="Cách gọi">
      <ul>
        <li>
          Gửi lên bằng JSON, kèm <code>Content-Type: application/json</code>. Câu trả lời là JSON; đọc thì có{' '}
          <code>ETag</code>, gửi lại trong <code>If-None-Match</code> sẽ nhận 304 khi chưa có gì đổi.
        </li>
        <li>
          Bị từ chối thì nhận <code>application/problem+json</code>: <code>detail</code> là câu tiếng Việt,{' '}
          <code>code</code> dành cho chương trình, <code>errors</code> nêu từng mục sai, <code>article</code> là điều
          khoản khi có. 404: không có; 415: không phải JSON; 422: dữ liệu chưa đúng.
        </li>
        <li>
          Thử ngay: <code>curl '{publicUrl}/api/v1/products?stars=4&amp;size=3'</code>
        </li>
      </ul>
    </Panel>
  )
}

function OneCall({ method, path, asked, named }: Call & { readonly named: NamedShapes }) {
  const given = [...parametersOf(asked, named), ...bodyOf(asked.requestBody as Body | undefined, named)]
  const answer = bodyOf(asked.responses?.['200'] as Body | undefined, named)
  return (
    <details>
      <summary>
        <span>
          {asked.summary}
          <br />
          <code>
            {method} {path}
          </code>
        </span>
      </summary>
      <div class="stack">
        {given.length > 0 ? <Members caption={`Gửi lên ${path}`} head="Gửi lên" rows={given} needs /> : null}
        {answer.length > 0 ? <Members caption={`Trả lời của ${path}`} head="Trả lời" rows={answer} /> : null}
      </div>
    </details>
  )
}

interface MembersProps {
  readonly caption: string
  readonly head: string
  readonly rows: readonly Member[]
  readonly needs?: boolean
}

function Members({ caption, head, rows, needs = false }: MembersProps) {
  return (
    <Table
      caption={caption}
      rows={rows}
      columns={[
        { head, cell: ({ way }) => <code>{way === '' ? 'cả nội dung' : way}</code>, names: true },
        { head: 'Kiểu', cell: ({ kind }) => kind },
        ...(needs ? [{ head: 'Cần có', cell: ({ required }: Member) => (required ? 'bắt buộc' : 'tùy chọn') }] : []),
      ]}
    />
  )
}

function callsOf({ paths = {} }: Contract): Call[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    (['get', 'post'] as const).flatMap((verb) => {
      const asked = item?.[verb]
      return asked === undefined ? [] : [{ method: verb.toUpperCase(), path, asked }]
    }),
  )
}

function parametersOf(asked: OpenAPIV3_1.OperationObject, named: NamedShapes): Member[] {
  return (asked.parameters ?? []).flatMap((one) => {
    if ('$ref' in one || one.schema === undefined) return []
    return membersOf(one.schema as Shape, named, one.name, one.required === true)
  })
}

function bodyOf(body: Body | undefined, named: NamedShapes): Member[] {
  const [content] = Object.values(body?.content ?? {})
  return content?.schema === undefined ? [] : membersOf(content.schema, named)
}
