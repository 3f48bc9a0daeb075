import { describe, expect, test } from 'vitest'
import { answerOf } from './answer.ts'
import { judgeReading, longestContent, readContent } from './check.ts'
import type { Certificate } from './model.ts'

const home = 'https://ocop.example.vn'

describe('what a scanned or typed text is taken to be', () => {
  test.each([
    ['OCOP-51-2026-0147', 'number', 'OCOP-51-2026-0147'],
    [' ocop-vn-2026-0003 ', 'number', 'OCOP-VN-2026-0003'],
    ['ocop 51 2026 0147', 'number', 'OCOP-51-2026-0147'],
    ['OCOP – 51 – 2026.0147', 'number', 'OCOP-51-2026-0147'],
    ['OCOP 51 mật ong', 'name', 'OCOP 51 mật ong'],
    ['https://ocop.example.vn/chung-nhan/OCOP-51-2026-0147', 'number', 'OCOP-51-2026-0147'],
    ['https://ocop.example.vn/chung-nhan/OCOP-51-2026-0147/pdf?x=1#y', 'number', 'OCOP-51-2026-0147'],
    ['HTTPS://OCOP.EXAMPLE.VN/ma/51-23473-07-2026', 'code', '51-23473-07-2026'],
    ['51-23473-07-2026', 'code', '51-23473-07-2026'],
    ['https://ocop.example.vn/01/08935000000014', 'gtin', '08935000000014'],
    ['8935000000014', 'gtin', '08935000000014'],
    ['8935000000012', 'bad-gtin', '8935000000012'],
    ['https://ocop.example.vn.example.com/chung-nhan/OCOP-51-2026-0147', 'foreign', undefined],
    ['https://ocop-example.vn/chung-nhan/OCOP-51-2026-0147', 'foreign', undefined],
    ['https://', 'foreign', undefined],
    ['https://ocop.example.vn/tin-tuc', 'ours-otherwise', undefined],
    ['https://ocop.example.vn/chung-nhan/%E0%A4%A', 'number', '%E0%A4%A'],
    ['Cà phê Măng Đen', 'name', 'Cà phê Măng Đen'],
    ['', 'blank', ''],
    ['a'.repeat(longestContent + 1), 'blank', ''],
  ] as const)('%s is a %s', (text, kind, value) => {
    const reading = readContent(text, home)
    expect(reading.kind).toBe(kind)
    if (value !== undefined) expect(reading.value).toBe(value)
  })
})

const certificate = {
  number: 'OCOP-51-2023-0001',
  productId: 'p1',
  stars: 3,
  issuedOn: '2023-11-02',
  expiresOn: '2026-11-02',
  ending: null,
  suspensions: [],
  suspensionReason: null,
  renewals: [{ filedOn: '2026-06-01', settledOn: null }],
  replacedBy: null,
  endGround: null,
} as unknown as Certificate

test('the first line is the answer, in each state', () => {
  const lines = (given: Partial<Certificate>, at = '2026-11-24') => {
    const { status, line, detail } = answerOf({ ...certificate, ...given }, at)
    return [status, line, detail]
  }
  expect([
    lines({ renewals: [] }, '2026-11-02'),
    lines({}),
    lines({ renewals: [] }),
    lines({ ending: { kind: 'replaced', endedOn: '2026-10-01' }, replacedBy: 'OCOP-51-2026-0147' }),
    lines({ ending: { kind: 'revoked', endedOn: '2026-10-08' }, endGround: 'ceased' }),
    lines({
      expiresOn: '2027-01-01',
      suspensions: [{ fromDate: '2026-11-18', toDate: null }],
      suspensionReason: 'Đang kiểm tra theo phản ánh.',
    }),
  ]).toMatchInlineSnapshot(`
    [
      [
        "valid",
        "Được công nhận 3 sao, còn hiệu lực đến 02/11/2026",
        "Hãy so tên, ảnh và quy cách với gói hàng trên tay.",
      ],
      [
        "renewal-pending",
        "3 sao, đang xét gia hạn, tạm tiếp tục hiệu lực",
        "Hết 36 tháng ngày 02/11/2026. Được kéo dài đến khi có kết quả, muộn nhất 01/05/2027 (khoản 3 Điều 12 Quyết định 26/2026/QĐ-TTg).",
      ],
      [
        "expired",
        "Hết hiệu lực từ 03/11/2026",
        "Từng được công nhận 3 sao. Hiện không được dùng dấu sao OCOP.",
      ],
      [
        "expired",
        "Đã thay bằng giấy chứng nhận mới từ 01/10/2026",
        "Giấy này từng công nhận 3 sao. Giấy đang dùng: OCOP-51-2026-0147.",
      ],
      [
        "revoked",
        "Đã thu hồi ngày 08/10/2026",
        "Sản phẩm không còn được công nhận OCOP theo giấy này. Căn cứ: Chủ thể ngừng sản xuất.",
      ],
      [
        "suspended",
        "Tạm đình chỉ dùng dấu sao từ 18/11/2026",
        "Đang kiểm tra theo phản ánh.",
      ],
    ]
  `)
})

describe('the verdict', () => {
  const name = { kind: 'name', value: 'Trà' } as const

  test('a name that two products carry tells nothing', () => {
    expect(judgeReading(name, [certificate, { ...certificate, productId: 'p2' }], '2026-11-24').verdict).toBe(
      'cannot-tell',
    )
  })

  test('of several certificates of one product, the one in force speaks', () => {
    const old = {
      ...certificate,
      number: 'OCOP-51-2020-0009',
      issuedOn: '2020-01-01',
      expiresOn: '2023-01-01',
      renewals: [],
    }
    const finding = judgeReading(name, [old, certificate], '2024-01-01')
    expect([finding.verdict, finding.certificate?.number]).toEqual(['valid', 'OCOP-51-2023-0001'])
    expect(judgeReading(name, [old, certificate], '2022-01-01').certificate?.number).toBe('OCOP-51-2020-0009')
  })

  test('before it was issued a certificate is not known', () => {
    expect(judgeReading({ kind: 'number', value: certificate.number }, [certificate], '2023-11-01').verdict).toBe(
      'unknown',
    )
  })

  test('an address of somebody else is not genuine, whatever it ends in', () => {
    expect(
      judgeReading(
        readContent('https://giả-mạo.example/chung-nhan/OCOP-51-2023-0001', home),
        [certificate],
        '2026-11-24',
      ).verdict,
    ).toBe('not-genuine')
  })
})
