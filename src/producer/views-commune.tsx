import { showCount } from '../kernel/number.ts'
import type { Page } from '../kernel/page.ts'
import { Empty } from '../ui/empty.tsx'
import { Hidden } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import { Pager } from '../ui/pager.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { ListedProducer } from './store.ts'
import { kindWords } from './words.ts'

interface CommuneProps {
  readonly commune: string
  readonly communeName: string
  readonly words: string
  readonly list: Page<ListedProducer>
}

export function CommuneList({ commune, communeName, words, list }: CommuneProps) {
  return (
    <section class="panel flush" aria-label={`Chủ thể của ${communeName}`}>
      <form class="toolbar" role="search">
        <Hidden name="xa" value={commune} />
        <label class="hidden-word" for="q">
          Tìm tên, mã, số đăng ký
        </label>
        <input class="input" id="q" type="search" name="q" value={words} placeholder="Tên, mã, số đăng ký" />
        <button class="button secondary">
          <Icon name="search" />
          Tìm
        </button>
      </form>
      {list.items.length === 0 ? (
        <Empty icon="users" title={words ? 'Không có chủ thể nào khớp' : 'Chưa có chủ thể nào trong sổ'}>
          {words ? 'Thử ít chữ hơn, hoặc tìm theo mã.' : 'Chủ thể tự đăng ký, hoặc bạn đăng ký thay khi họ đồng ý.'}
        </Empty>
      ) : (
        <Table
          caption={`${showCount(list.total)} chủ thể của ${communeName}`}
          rows={list.items}
          columns={[
            { head: 'Chủ thể', names: true, cell: ({ id, name }) => <a href={paths.producer.file(id)}>{name}</a> },
            { head: 'Mã', cell: ({ code }) => <span class="num">{code}</span> },
            { head: 'Loại hình', cell: ({ kind }) => kindWords[kind] },
            { head: 'Đăng ký', cell: ({ byOfficer }) => (byOfficer ? 'Xã đăng ký thay' : 'Tự đăng ký') },
            {
              head: 'Tình trạng',
              cell: ({ closedOn }) =>
                closedOn === null ? (
                  'Đang hoạt động'
                ) : (
                  <>
                    Ngừng từ <Day date={closedOn} />
                  </>
                ),
            },
          ]}
        />
      )}
      <Pager {...list} hrefOf={(page) => paths.producer.commune({ xa: commune, q: words, trang: page })} />
    </section>
  )
}
