import { country } from '../kernel/actor.ts'
import type { Role, UnitCode } from '../kernel/actor.ts'
import { Hidden, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { roleNames } from './access.ts'
import { samplePassword } from './model.ts'
import type { Account, HeldPosting } from './model.ts'
import { personalWork, roleWork } from './words.ts'

interface Sample {
  readonly account: Account
  readonly held: readonly HeldPosting[]
}

/** In the order of the way of a product; whoever holds no posting acts for producers. */
const families: readonly { readonly title: string; readonly roles: readonly Role[] }[] = [
  { title: 'Chủ thể, người mua', roles: ['producer'] },
  { title: 'Xã, phường, đặc khu', roles: ['commune-officer', 'commune-leader'] },
  { title: 'Tỉnh, thành phố', roles: ['province-officer', 'province-leader'] },
  {
    title: 'Tổ tư vấn và Hội đồng',
    roles: ['advisory-member', 'council-chair', 'council-member', 'council-secretary'],
  },
  { title: 'Bộ Nông nghiệp và Môi trường', roles: ['ministry-officer', 'ministry-leader'] },
  {
    title: 'Kiểm tra, hỗ trợ, vận hành',
    roles: ['inspector', 'auditor', 'support-officer', 'training-officer', 'trade-officer', 'editor', 'administrator'],
  },
]

const roleOf = ({ held }: Sample): Role => held[0]?.role ?? 'producer'

interface SamplesProps {
  readonly accounts: readonly Account[]
  readonly postings: readonly HeldPosting[]
  /** Names of today's provinces, by code. */
  readonly provinces: ReadonlyMap<UnitCode, string>
  readonly next: string | undefined
}

/** One press per person; all of them are invented, and the password is for everybody to read. */
export function SamplePanel({ accounts, postings, provinces, next }: SamplesProps) {
  if (accounts.length === 0) return null
  const samples = accounts.map((account) => ({
    account,
    held: postings.filter(({ accountId }) => accountId === account.id),
  }))
  return (
    <Panel title="Tài khoản mẫu" note="Dữ liệu mẫu" id="tai-khoan-mau">
      <Notice kind="info">
        Người và việc dưới đây là hư cấu để dùng thử. Mở một nhóm, bấm Vào là làm việc với vai trò đó. Mật khẩu chung:{' '}
        <code>{samplePassword}</code>
      </Notice>
      {families.map(({ title, roles }, index) => {
        const family = samples.filter((sample) => roles.includes(roleOf(sample)))
        return family.length === 0 ? null : (
          <details class="samples" open={index === 0}>
            <summary>
              {title} <span class="count">{family.length}</span>
            </summary>
            {byProvince(family, provinces).map(([place, people]) => (
              <section aria-label={place === '' ? title : `${title}, ${place}`}>
                {place === '' ? null : <h3>{place}</h3>}
                <ul>
                  {people.map((sample) => (
                    <EnterAs {...sample} next={next} />
                  ))}
                </ul>
              </section>
            ))}
          </details>
        )
      })}
    </Panel>
  )
}

/** Province first, then the people in the order of their accounts; the country stands last. */
function byProvince(family: readonly Sample[], provinces: ReadonlyMap<UnitCode, string>): [string, Sample[]][] {
  const placeOf = ({ held }: Sample) => {
    const province = held[0]?.province
    if (!province) return ''
    return province === country ? 'Cả nước' : (provinces.get(province) ?? province)
  }
  const last = (place: string) => (place === 'Cả nước' ? 1 : 0)
  return [...Map.groupBy(family, placeOf)].toSorted(
    ([one], [other]) => last(one) - last(other) || one.localeCompare(other, 'vi'),
  )
}

function EnterAs({ account: { signInName, name }, held, next }: Sample & { next: string | undefined }) {
  const given = [...new Set(held.map(({ role }) => role))]
  return (
    <li>
      <div>
        <b>{name}</b>
        <small>
          {given.length === 0 ? personalWork : given.map((role) => `${roleNames[role]}: ${roleWork[role]}`).join('; ')}.
        </small>
      </div>
      <form method="post" action={paths.identity.signIn()}>
        <Hidden name="signInName" value={signInName} />
        <Hidden name="password" value={samplePassword} />
        {next === undefined ? null : <Hidden name="tiep" value={next} />}
        <Submit kind="secondary">
          Vào <span class="hidden-word">với {name}</span>
        </Submit>
      </form>
    </li>
  )
}
