import { showCount, showHundredths } from '../kernel/number.ts'
import { Facts } from '../ui/facts.tsx'
import { Form, Hidden, LinkButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import type { Column } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Preview, PreviewLine } from './actions-preview.ts'
import type { Decision } from './model.ts'
import { decisionKindNames, groundName } from './words.ts'

/** What was typed, as the address of the second look carries it. */
export type Typed = Readonly<Record<string, string>>

/** Exactly what the press of the button will issue; until then nothing has changed. */
export function SecondLook({ decision, signed, lines, typed }: Preview & { typed: Typed }) {
  const { id, kind, authority, sample } = decision
  return (
    <div class="stack loose">
      <h1>Xem lại trước khi ban hành</h1>
      <Notice kind="warning">Chưa ban hành. Đọc lại từng dòng: ban hành xong thì không sửa được.</Notice>
      <Panel title={decisionKindNames[kind]} note={sample ? 'Dữ liệu mẫu' : undefined}>
        <Facts
          facts={[
            ['Số quyết định', <strong>{signed.number}</strong>],
            ['Ngày ký', <Day date={signed.decidedOn} />],
            ['Người ký', `${signed.signerTitle} ${signed.signerName}`],
            ['Cơ quan', authority],
            ['Điều sẽ đổi', changes[kind](lines)],
          ]}
        />
      </Panel>
      <Table
        caption={`${showCount(lines.length)} sản phẩm`}
        showCaption
        rows={lines}
        columns={[
          { head: 'TT', numeric: true, cell: ({ position }) => position },
          { head: 'Sản phẩm', names: true, cell: ({ productName }) => productName },
          { head: 'Chủ thể', cell: ({ producerName }) => producerName },
          ...columns[kind],
        ]}
      />
      <Form action={paths.recognition.issue(id)} label="Ban hành">
        {Object.entries(typed).map(([name, value]) => (
          <Hidden name={name} value={value} />
        ))}
        <Hidden name="confirmed" value="on" />
        <div class="row">
          <Submit icon="stamp">Ban hành quyết định</Submit>
          <LinkButton href={`${paths.recognition.decision(id, typed)}#ban-hanh`} kind="secondary" icon="undo-2">
            Quay lại sửa
          </LinkButton>
        </div>
      </Form>
    </div>
  )
}

const changes: Record<Decision['kind'], (lines: readonly PreviewLine[]) => string> = {
  recognise: (lines) => {
    const ended = lines.reduce((sum, { ends }) => sum + ends.length, 0)
    return `Cấp ${lines.length} giấy chứng nhận${ended > 0 ? `, thay ${ended} giấy đang có` : ''}; chủ thể được báo, danh mục công khai đổi theo.`
  },
  'approve-result': (lines) => `${lines.length} hồ sơ chờ gửi Bộ; chưa có sản phẩm nào được công nhận.`,
  revoke: (lines) => `${lines.length} giấy chứng nhận mất hiệu lực; chủ thể được báo, danh mục công khai đổi theo.`,
}

const points: Column<PreviewLine> = {
  head: 'Điểm',
  numeric: true,
  cell: ({ meanHundredths }) => (meanHundredths === null ? '' : showHundredths(meanHundredths)),
}

const columns: Record<Decision['kind'], readonly Column<PreviewLine>[]> = {
  recognise: [
    points,
    { head: 'Hạng', cell: ({ stars }) => <span class="num">{stars} sao</span> },
    { head: 'Hiệu lực đến hết', cell: ({ expiresOn }) => (expiresOn === null ? '' : <Day date={expiresOn} />) },
    {
      head: 'Thay giấy',
      cell: ({ ends }) => ends.map(({ number, stars }) => `${number} (${stars} sao)`).join(', ') || 'Không',
    },
  ],
  'approve-result': [points],
  revoke: [
    { head: 'Giấy bị thu hồi', cell: ({ endsCertificate }) => endsCertificate },
    {
      head: 'Căn cứ (26/2026 Điều 8)',
      cell: ({ ground, groundNote }) => [groundName(ground), groundNote].filter(Boolean).join('. '),
    },
  ],
}
