import { BrandMark } from './brand.tsx'
import { Icon } from './icon.tsx'
import { paths } from './paths.ts'
import type { MenuLine, Viewer } from './viewer.ts'

/** Who one is here: unit and role, always in sight while working. */
export function DeskBar({ viewer }: { viewer: Viewer }) {
  return (
    <header class="desk-bar on-leaf">
      <div class="inner">
        <a class="brand" href={paths.home()}>
          <BrandMark onLeaf />
          <span>
            <b>OCOP</b>
          </span>
        </a>
        <span class="unit">
          {viewer.unitName ?? viewer.name}
          {viewer.roleName ? <small>{viewer.roleName}</small> : null}
        </span>
        <div class="end">
          {viewer.signedIn ? (
            <a href={paths.identity.mine()}>
              <Icon name="user" />
              <span class="who">{viewer.name}</span>
            </a>
          ) : null}
          <SignInOrOut signedIn={viewer.signedIn} />
        </div>
      </div>
    </header>
  )
}

function SignInOrOut({ signedIn }: { signedIn: boolean }) {
  return signedIn ? (
    <form method="post" action={paths.identity.signOut()}>
      <button>
        <Icon name="log-out" />
        <span class="who">Đăng xuất</span>
      </button>
    </form>
  ) : (
    <a href={paths.identity.signIn()}>
      <Icon name="user" />
      Đăng nhập
    </a>
  )
}

export function DeskList({ menu }: { menu: readonly MenuLine[] }) {
  return (
    <nav class="desk-nav" aria-label="Bàn làm việc">
      <ul>
        {menu.map(({ href, label, icon, current, count = 0, group }) => (
          <>
            {group === undefined ? null : <li class="group">{group}</li>}
            <li>
              <a href={href} aria-current={current ? 'page' : undefined}>
                {icon === undefined ? null : <Icon name={icon} />}
                {label}
                {count > 0 ? <span class="count">{count}</span> : null}
              </a>
            </li>
          </>
        ))}
      </ul>
    </nav>
  )
}
