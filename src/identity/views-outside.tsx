import type { Child } from 'hono/jsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Moment } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { OutsideIdentity } from './model.ts'

/** The operator's identity provider, as pages name it. */
export interface Provider {
  readonly issuer: string
  readonly name: string
}

/** The second door of the sign-in page. */
export function OutsideDoor({ openId, next }: { openId: Provider | undefined; next: string | undefined }) {
  if (openId === undefined) return null
  return (
    <section class="form panel stack" aria-labelledby="danh-tinh">
      <h2 id="danh-tinh">Hoặc dùng danh tính bên ngoài</h2>
      <p class="small muted">
        Dành cho tài khoản đã gắn danh tính. Chưa gắn: đăng nhập bằng mật khẩu, rồi gắn ở trang Tài khoản của tôi.
      </p>
      <div class="row">
        <LinkButton href={paths.identity.signInOutside({ tiep: next })} kind="secondary" icon="user">
          Đăng nhập bằng {openId.name}
        </LinkButton>
      </div>
    </section>
  )
}

interface ConfirmProps {
  readonly provider: string
  readonly account: string
  readonly subject: string
  readonly shownName: string | null
}

export function ConfirmIdentity({ provider, account, subject, shownName }: ConfirmProps) {
  return (
    <div class="stack">
      <h1>Gắn danh tính này vào tài khoản của bạn?</h1>
      <Panel title="Nhà cung cấp vừa xác nhận">
        <Facts
          facts={[
            ['Nhà cung cấp', provider],
            ['Tên ở đó', shownName],
            ['Mã danh tính', <code>{subject}</code>],
            ['Tài khoản ở đây', account],
          ]}
        />
        <Notice kind="warning">
          Ai vào được danh tính đó sẽ vào được tài khoản này với mọi vai trò của bạn. Chỉ gắn danh tính của chính bạn.
        </Notice>
        <div class="row">
          <PostButton action={paths.identity.confirmOutside()}>Gắn danh tính</PostButton>
          <LinkButton href={paths.identity.mine()} kind="secondary">
            Không gắn
          </LinkButton>
        </div>
      </Panel>
    </div>
  )
}

interface OwnProps {
  readonly openId: Provider | undefined
  readonly identities: readonly OutsideIdentity[]
  readonly sample: boolean
}

/** What the owner sees of the links of the own account. */
export function OwnIdentities({ openId, identities, sample }: OwnProps) {
  if (openId === undefined && identities.length === 0) return null
  const mayLink = openId !== undefined && !sample && identities.every(({ issuer }) => issuer !== openId.issuer)
  return (
    <Panel title="Danh tính bên ngoài">
      <Identities identities={identities} actionOf={({ id }) => paths.identity.unlinkOutside(id)} />
      {sample ? <p class="muted">Tài khoản mẫu dùng chung không gắn danh tính.</p> : null}
      {mayLink ? (
        <div class="row">
          <LinkButton href={paths.identity.linkOutside()} kind="secondary">
            Gắn danh tính ở {openId.name}
          </LinkButton>
        </div>
      ) : null}
    </Panel>
  )
}

interface OthersProps extends OwnProps {
  readonly accountId: string
  readonly closed: boolean
  readonly trouble?: Trouble | undefined
}

/** The same for whoever operates the accounts: the subject comes from the provider's operator, by hand. */
export function IdentitiesOfAccount({ accountId, openId, identities, sample, closed, trouble }: OthersProps) {
  if (openId === undefined && identities.length === 0) return null
  return (
    <Panel title="Danh tính bên ngoài">
      <Identities
        identities={identities}
        actionOf={({ id }) => paths.identity.unlinkOutsideFor(accountId, id)}
        empty="Chưa gắn danh tính nào."
      />
      {openId === undefined || sample || closed ? null : (
        <Form action={paths.identity.linkOutsideFor(accountId)} trouble={trouble} label="Gắn danh tính">
          <Field
            name="subject"
            label={`Mã danh tính (sub) ở ${openId.name}`}
            hint="Lấy từ người vận hành nhà cung cấp danh tính; không suy từ tên hay thư điện tử."
            trouble={trouble}
          />
          <p class="small muted">Gắn xong, các vai trò chờ lãnh đạo đơn vị xác nhận lại rồi mới có hiệu lực.</p>
          <div class="row">
            <Submit kind="secondary">Gắn danh tính</Submit>
          </div>
        </Form>
      )}
    </Panel>
  )
}

interface TableProps {
  readonly identities: readonly OutsideIdentity[]
  readonly actionOf: (identity: OutsideIdentity) => string
  readonly empty?: Child
}

function Identities({
  identities,
  actionOf,
  empty = 'Chưa gắn danh tính nào: bạn vào bằng tên và mật khẩu.',
}: TableProps) {
  if (identities.length === 0) return <p class="muted">{empty}</p>
  return (
    <Table
      caption="Danh tính bên ngoài đã gắn"
      rows={identities}
      columns={[
        { head: 'Nhà cung cấp', names: true, cell: ({ issuer }) => new URL(issuer).host },
        { head: 'Tên ở đó', cell: ({ shownName }) => shownName ?? '–' },
        { head: 'Mã danh tính', cell: ({ subject }) => <code>{subject}</code> },
        { head: 'Gắn lúc', cell: ({ linkedAt }) => <Moment at={linkedAt} /> },
        {
          head: 'Gỡ',
          cell: (identity) => (
            <PostButton action={actionOf(identity)} kind="quiet">
              Gỡ <span class="hidden-word">danh tính ở {new URL(identity.issuer).host}</span>
            </PostButton>
          ),
        },
      ]}
    />
  )
}
