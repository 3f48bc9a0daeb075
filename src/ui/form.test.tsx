import { describe, expect, it } from 'vitest'
import { Check, Checks, Radios, Select } from './choice.tsx'
import { Field, FileField } from './field.tsx'
import { fieldId } from './field-frame.tsx'
import { Form, Submit } from './form.tsx'
import type { Trouble } from './trouble.ts'

const trouble: Trouble = {
  values: { ten: 'Cà phê <Măng Đen>', sdt: '091200000', nhom: 'do-uong', loai: 'nang-hang', giay: ['haccp', 'iso'] },
  errors: { sdt: 'Số điện thoại phải có 10 chữ số, đang có 9.', 'chon[1.1]': 'Hãy chọn một mức.' },
  summary: ['Hồ sơ đã nộp, không sửa được nữa.'],
}

function draw(given: Trouble | undefined): string {
  return String(
    <Form action="/ho-so" trouble={given}>
      <Field name="ten" label="Tên sản phẩm" value="Tên cũ" trouble={given} />
      <Field name="sdt" label="Số điện thoại" kind="tel" hint="Ví dụ 0912 000 000" trouble={given} />
      <Select
        name="nhom"
        label="Nhóm"
        blank="Chọn"
        options={[
          { value: 'thuc-pham', label: 'Thực phẩm' },
          { value: 'do-uong', label: 'Đồ uống' },
        ]}
        trouble={given}
      />
      <Radios
        name="loai"
        label="Loại"
        value="lan-dau"
        options={[
          { value: 'lan-dau', label: 'Lần đầu' },
          { value: 'nang-hang', label: 'Nâng hạng' },
        ]}
        trouble={given}
      />
      <Radios name="chon[1.1]" label="Mức" options={[{ value: '1', label: 'Mức 1', points: 3 }]} trouble={given} />
      <Checks
        name="giay"
        label="Giấy"
        value={['gap']}
        options={[
          { value: 'gap', label: 'GAP' },
          { value: 'haccp', label: 'HACCP' },
        ]}
        trouble={given}
      />
      <Check name="cam-ket" label="Tôi cam kết" checked trouble={given} />
      <FileField name="tep" label="Tệp" trouble={given} />
      <Submit>Nộp hồ sơ</Submit>
    </Form>,
  )
}

function tag(html: string, pattern: RegExp): string {
  return pattern.exec(html)?.[0] ?? ''
}

describe('a form', () => {
  it('shows what is stored before anything is posted, and no errors', () => {
    const html = draw(undefined)
    expect(html).toContain('value="Tên cũ"')
    expect(html).not.toContain('error-summary')
    expect(html).not.toContain('aria-invalid')
    expect(tag(html, /<input[^>]*value="lan-dau"[^>]*>/)).toContain('checked')
    expect(tag(html, /<input[^>]*name="cam-ket"[^>]*>/)).toContain('checked')
  })

  it('keeps typed text and chosen options after a refusal', () => {
    const html = draw(trouble)
    expect(html).toContain('value="Cà phê &lt;Măng Đen&gt;"')
    expect(tag(html, /<option[^>]*value="do-uong"[^>]*>/)).toContain('selected')
    expect(tag(html, /<input[^>]*value="nang-hang"[^>]*>/)).toContain('checked')
    expect(tag(html, /<input[^>]*value="lan-dau"[^>]*>/)).not.toContain('checked')
    expect(tag(html, /<input[^>]*value="haccp"[^>]*>/)).toContain('checked')
    expect(tag(html, /<input[^>]*value="gap"[^>]*>/)).not.toContain('checked')
  })

  it('lets an unticked pledge stay unticked after a refusal', () => {
    expect(tag(draw(trouble), /<input[^>]*name="cam-ket"[^>]*>/)).not.toContain('checked')
  })

  it('ties the error to its field', () => {
    const box = tag(draw(trouble), /<input[^>]*name="sdt"[^>]*>/)
    expect(box).toContain('aria-invalid="true"')
    expect(box).toContain('aria-describedby="o-sdt-goi-y o-sdt-loi"')
    expect(draw(trouble)).toContain('id="o-sdt-loi"')
    expect(tag(draw(trouble), /<input[^>]*name="ten"[^>]*>/)).not.toContain('aria-invalid')
  })

  it('sums up on top, each line leading to an element that is there', () => {
    const html = draw(trouble)
    expect(html).toContain('Có 3 chỗ cần sửa')
    expect(html).toContain('Hồ sơ đã nộp, không sửa được nữa.')
    const summary = tag(html, /<div class="error-summary"[\s\S]*?<\/div>/)
    const targets = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets).toEqual([fieldId('sdt'), fieldId('chon[1.1]')])
    for (const id of targets) expect(html).toMatch(new RegExp(`<(input|select|textarea)[^>]*id="${id}"`))
  })

  it('labels every box', () => {
    const html = draw(trouble)
    const boxes = [...html.matchAll(/<(?:input|select|textarea)[^>]* id="([^"]+)"/g)].map(([, id]) => id)
    expect(boxes.length).toBeGreaterThan(8)
    for (const id of boxes) expect(html).toContain(`for="${id}"`)
    expect(new Set(boxes).size).toBe(boxes.length)
  })

  it('turns off the messages of the browser and asks for the file again', () => {
    expect(draw(trouble)).toMatch(/<form[^>]* novalidate/)
    expect(draw(trouble)).toContain('Hãy chọn lại tệp')
    expect(draw(undefined)).not.toContain('Hãy chọn lại tệp')
  })

  it('says dates and money as people read them, but keeps what they typed', () => {
    expect(String(<Field kind="date" name="ngay" label="Ngày" value="2026-11-24" />)).toContain('value="24/11/2026"')
    expect(String(<Field kind="money" name="tien" label="Tiền" value={1250000} />)).toContain('value="1.250.000"')
    const typed = { values: { ngay: '31/2/2026' }, errors: { ngay: 'Ngày chưa đúng.' }, summary: [] }
    expect(String(<Field kind="date" name="ngay" label="Ngày" value="2026-11-24" trouble={typed} />)).toContain(
      'value="31/2/2026"',
    )
  })

  it('never sends a password back', () => {
    const typed = { values: { 'mat-khau': 'bi mat' }, errors: {}, summary: [] }
    expect(String(<Field kind="password" name="mat-khau" label="Mật khẩu" trouble={typed} />)).not.toContain('bi mat')
  })
})
