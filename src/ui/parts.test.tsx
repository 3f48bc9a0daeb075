import { describe, expect, it } from 'vitest'
import { CardGrid, ProductCard } from './card.tsx'
import { Facts } from './facts.tsx'
import { Mark } from './mark.tsx'
import { Meter } from './meter.tsx'
import { Pager, pagesAround } from './pager.tsx'
import { Qr } from './qr.tsx'
import { Queue } from './queue.tsx'
import { Stars } from './stars.tsx'
import { Status, stateSigns, uiStates } from './status.tsx'
import { DaysLeft, Stepper, TurnBar, dueState } from './steps.tsx'
import { Table } from './table.tsx'
import { Verdict } from './verdict.tsx'

describe('status', () => {
  it('has an icon and a word of its own for every state', () => {
    expect(Object.keys(stateSigns).sort()).toEqual([...uiStates].sort())
    const words = uiStates.map((state) => stateSigns[state].word)
    expect(new Set(words).size).toBe(words.length)
    for (const state of uiStates) {
      const html = String(<Status state={state} />)
      expect(html).toContain(`data-state="${state}"`)
      expect(html).toContain(`#i-${stateSigns[state].icon}`)
      expect(html).toContain(stateSigns[state].word)
    }
  })
})

describe('stars', () => {
  it('draw five, fill as many as were given, and say it in words', () => {
    const html = String(<Stars n={3} />)
    expect(html.match(/<svg/g)).toHaveLength(5)
    expect(html.match(/class="off"/g)).toHaveLength(2)
    expect(html).toContain('3 sao')
  })

  it('are gold only where recognised', () => {
    expect(String(<Stars n={3} />)).toContain('class="stars"')
    expect(String(<Stars n={3} kind="estimate" />)).toContain('class="stars estimate"')
    expect(String(<Stars n={3} kind="not-in-force" />)).toContain('class="stars not-in-force"')
  })
})

describe('the mark', () => {
  it.each([
    ['valid', 'Đến'],
    ['expiring', 'Sắp hết hạn:'],
    ['expired', 'Hết hiệu lực'],
    ['revoked', 'Thu hồi'],
    ['suspended', 'Tạm đình chỉ'],
  ] as const)('says %s with its day', (state, words) => {
    const html = String(<Mark state={state} stars={4} date="2026-10-08" />)
    expect(html).toContain(`${words} <time datetime="2026-10-08">08/10/2026</time>`)
  })

  it('says that a renewal is being decided, without a day on a card', () => {
    expect(String(<Mark state="renewing" stars={3} date="2027-05-01" />)).not.toContain('<time')
  })
})

describe('time', () => {
  it.each([
    [-1, 'late', 'Quá hạn 1 ngày'],
    [0, 'soon', 'Hạn hôm nay'],
    [2, 'soon', 'Còn 2 ngày'],
    [3, undefined, 'Còn 3 ngày'],
  ] as const)('with %i working days left is %s', (daysLeft, state, words) => {
    expect(dueState(daysLeft)).toBe(state)
    expect(String(<DaysLeft daysLeft={daysLeft} />)).toContain(words)
  })

  it('always shows whose turn it is, since when and until when', () => {
    const html = String(
      <TurnBar
        owner="Cán bộ xã"
        act="Kiểm tra thành phần"
        since="2026-11-04"
        dueOn="2026-11-25"
        daysLeft={1}
        article="Điều 7.2"
      />,
    )
    for (const words of [
      'Cán bộ xã',
      'Kiểm tra thành phần',
      '04/11/2026',
      '25/11/2026',
      'Còn 1 ngày làm việc',
      'Điều 7.2',
    ])
      expect(html).toContain(words)
    expect(String(<TurnBar owner="Chủ thể" since="2026-11-04" mine />)).toContain('Đến lượt bạn')
  })

  it('marks the current step of the way', () => {
    const html = String(
      <Stepper
        steps={[
          { title: 'Nộp', state: 'done', notes: ['12/10/2026'] },
          { title: 'Xã', state: 'current' },
          { title: 'Tỉnh', state: 'ahead' },
        ]}
      />,
    )
    expect(html.match(/aria-current="step"/g)).toHaveLength(1)
    expect(html.match(/is-done/g)).toHaveLength(1)
  })
})

describe('a table', () => {
  const html = String(
    <Table
      caption="Sản phẩm"
      rows={[{ name: 'Trà', points: 82 }]}
      columns={[
        { head: 'Tên', cell: (row) => row.name, names: true },
        { head: 'Điểm', cell: (row) => row.points, numeric: true },
      ]}
      foot={['Tổng', 82]}
    />,
  )

  it('scrolls inside a named region that the keyboard reaches', () => {
    expect(html).toMatch(/class="scroll" tabindex="0" role="region" aria-label="Bảng: Sản phẩm"/)
  })

  it('has a caption, heads and named rows', () => {
    expect(html).toContain('<caption class="hidden-word">Sản phẩm</caption>')
    expect(html).toContain('<th scope="row">Trà</th>')
    expect(html).toContain('<td class="num">82</td>')
  })

  it('of words becomes a list on a phone, each cell after its head; one of figures stays', () => {
    const columns = ['Ngày', 'Cơ quan', 'Người ký'].map((head) => ({ head, cell: () => head.length }))
    const words = String(<Table caption="Quyết định" rows={[1]} columns={columns} />)
    expect(words).toContain('<table class="table listed">')
    expect(words).toContain('<td data-head="Cơ quan">7</td>')
    const figures = columns.map((column, index) => ({ ...column, numeric: index > 0 }))
    expect(String(<Table caption="Số liệu" rows={[1]} columns={figures} />)).not.toContain('data-head')
  })

  it('marks a cell that says nothing, which a phone leaves out, and no other', () => {
    const columns = ['Ngày', 'Hạn', 'Nơi'].map((head) => ({ head, cell: () => (head === 'Hạn' ? '–' : 'có') }))
    const listed = String(<Table caption="Việc" rows={[1]} columns={columns} />)
    expect(listed).toContain('<td data-head="Hạn" data-none="">–</td>')
    expect(listed.match(/data-none/g)).toHaveLength(1)
  })

  it('keeps the cells of a queue in the order a phone stacks them', () => {
    const row = {
      id: '9',
      href: '/ho-so/9',
      name: 'Măng khô',
      step: 'Kiểm tra',
      dueOn: '2026-11-19',
      daysLeft: -3,
      turn: 'Cán bộ xã',
    }
    const queue = String(<Queue caption="Việc" rows={[row]} pick="ho-so" picked={['9']} />)
    expect([...queue.matchAll(/<td class="([a-z]+)"/g)].map(([, name]) => name)).toEqual([
      'pick',
      'what',
      'step',
      'due',
      'turn',
    ])
    expect(queue).toContain('Quá hạn 3 ngày')
    expect(queue).toMatch(/<input[^>]*checked/)
    expect(String(<Queue caption="Việc" rows={[row]} />)).not.toContain('checkbox')
  })
})

describe('the pager', () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [5, 133, [1, 'gap', 4, 5, 6, 'gap', 133]],
    [3, 5, [1, 2, 3, 4, 5]],
    [133, 133, [1, 'gap', 132, 133]],
  ] as const)('around page %i of %i shows %j', (page, last, shown) => {
    expect(pagesAround(page, last)).toEqual(shown)
  })

  it('says nothing when one page holds all', () => {
    expect(String(<>{Pager({ page: 1, total: 20, size: 20, hrefOf: String })}</>)).toBe('')
    expect(String(<Pager page={2} total={41} size={20} hrefOf={(page) => `?trang=${page}`} />)).toContain(
      '<span aria-current="page">2</span>',
    )
  })
})

describe('cards, facts and answers', () => {
  const product = {
    href: '/san-pham/tra',
    name: 'Trà',
    kind: 'Chè',
    maker: 'HTX',
    place: 'Xã Măng Đen, Quảng Ngãi',
    picture: { src: '/a.svg', alt: 'Hộp trà' },
  }

  it('close a recognised product with its mark, and say so of one that is not', () => {
    expect(String(<ProductCard {...product} mark={{ state: 'valid', stars: 4, date: '2029-06-26' }} />)).toContain(
      'class="mark"',
    )
    expect(String(<ProductCard {...product} />)).toContain('Không phải sản phẩm OCOP')
  })

  it('load pictures after the fourth lazily', () => {
    expect(
      String(<CardGrid products={[product, product, product, product, product]} />).match(/loading="lazy"/g),
    ).toHaveLength(1)
  })

  it('leave out a fact that is not known', () => {
    expect(
      String(
        <Facts
          facts={[
            ['Mã', '51'],
            ['Mã vạch', undefined],
          ]}
        />,
      ),
    ).not.toContain('Mã vạch')
  })

  it('put the answer first', () => {
    const html = String(
      <Verdict state="revoked" answer="Đã thu hồi" level={1} checkedAt="2026-11-24T02:42:00.000Z">
        Lý do
      </Verdict>,
    )
    expect(html).toMatch(/<article class="verdict" data-state="revoked"><header>.*<h1>Đã thu hồi<\/h1>/)
    expect(html).toContain('24/11/2026 09:42')
  })

  it('draw a code that a phone reads, with a quiet zone', () => {
    const html = String(<Qr text="https://ocop.example/ma/abc" label="Mã QR" />)
    expect(html).toContain('aria-label="Mã QR"')
    expect(html).toContain('d="M4 4h7v1h-7z')
    expect(html).not.toMatch(/M[123] /)
  })

  it('never draw a meter wider than its track', () => {
    expect(String(<Meter percent={140} />)).toContain('width="100%"')
    expect(String(<Meter percent={33.333} label="Một phần ba" />)).toContain('width="33.3%"')
  })
})

it('a queue counts each deadline as its text does: working days, or plain days', () => {
  const row = {
    id: 'a',
    href: '/a',
    name: 'Thu hồi',
    step: 'Ký',
    turn: 'Lãnh đạo tỉnh',
    dueOn: '2026-12-09',
    daysLeft: 15,
  }
  const words = (plainDays: boolean) => String(<Queue caption="Việc" rows={[{ ...row, plainDays }]} />)
  expect(words(false)).toContain('15 ngày làm việc')
  expect(words(true)).not.toContain('làm việc')
})
