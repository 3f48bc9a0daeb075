import { showDate } from '../kernel/civil-date.ts'
import { showCount } from '../kernel/number.ts'
import { lowerFirst, placeInWords } from '../kernel/text.ts'
import type { Option } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Form, LinkButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { Consent, Producer } from './model.ts'
import { missingForForm02 } from './rules.ts'
import { CommuneField, ConsentFields, ProducerFields } from './views-form.tsx'
import { consentWords, fieldWords, kindWords, sexWords } from './words.ts'

/** What to have at hand, said before anybody begins. */
export function BeforeRegistering() {
  return (
    <Notice kind="info" title="Chuẩn bị trước khi đăng ký">
      <ul>
        <li>Giấy đăng ký kinh doanh của hộ, hợp tác xã, doanh nghiệp hoặc trang trại (tổ hợp tác không cần).</li>
        <li>Họ tên, dân tộc, số điện thoại của người đại diện.</li>
        <li>Đăng ký không mất phí và có mã chủ thể ngay. Không cần nộp bản giấy.</li>
      </ul>
      <p>Chưa quen dùng máy? Cán bộ xã có thể đăng ký giúp khi bạn đồng ý.</p>
    </Notice>
  )
}

export function RegistrationForm({
  communes,
  action,
  trouble,
}: {
  communes: readonly Option[]
  action: string
  trouble?: Trouble | undefined
}) {
  return (
    <Form action={action} trouble={trouble} panel>
      <CommuneField communes={communes} trouble={trouble} />
      <ProducerFields trouble={trouble} />
      <div class="row">
        <Submit icon="check">Đăng ký chủ thể</Submit>
      </div>
    </Form>
  )
}

export function AssistedForm({ action, trouble }: { action: string; trouble?: Trouble | undefined }) {
  return (
    <Form action={action} trouble={trouble} panel>
      <ProducerFields trouble={trouble} />
      <ConsentFields trouble={trouble} />
      <div class="row">
        <Submit icon="check">Đăng ký thay chủ thể</Submit>
      </div>
    </Form>
  )
}

export function AmendmentForm({ producer, trouble }: { producer: Producer; trouble?: Trouble | undefined }) {
  return (
    <Form action={paths.producer.amend(producer.id)} trouble={trouble} panel>
      <ProducerFields trouble={trouble} stored={producer} />
      <div class="row">
        <Submit icon="save">Lưu thông tin</Submit>
        <LinkButton href={paths.producer.file(producer.id)} kind="quiet">
          Quay lại, không lưu
        </LinkButton>
      </div>
    </Form>
  )
}

/** Own overview: who one is here, what is still missing, where the work lies. */
export function OwnProducer({ producer, place }: { producer: Producer; place: string }) {
  const missing = missingForForm02(producer)
  return (
    <Panel
      title={<a href={paths.producer.file(producer.id)}>{producer.name}</a>}
      note={<span class="num">{producer.code}</span>}
    >
      <p class="muted">
        {kindWords[producer.kind]} · {place}
      </p>
      {producer.closedOn === null ? null : (
        <p>
          <Status state="expired">Đã ngừng, có chủ thể kế thừa</Status>
        </p>
      )}
      {missing.length === 0 ? (
        <p>
          <Status state="done">Đủ thông tin cho phần I của Mẫu 02</Status>
        </p>
      ) : (
        <Missing producer={producer} fields={missing} />
      )}
      <ProducerWays producer={producer} />
    </Panel>
  )
}

/** From a producer to what it makes, what it can prove and what it filed. */
export function ProducerWays({ producer }: { producer: Producer }) {
  return (
    <div class="row">
      <LinkButton href={paths.product.mine({ 'chu-the': producer.id })} kind="secondary" icon="package">
        Sản phẩm
      </LinkButton>
      <LinkButton href={paths.evidence.list({ 'chu-the': producer.id })} kind="secondary" icon="layers">
        Ví minh chứng
      </LinkButton>
      <LinkButton href={paths.dossier.list()} kind="secondary" icon="file-text">
        Hồ sơ
      </LinkButton>
      <LinkButton href={paths.cycle.nextOf(producer.id)} kind="secondary" icon="arrow-right">
        Bước tiếp theo
      </LinkButton>
    </div>
  )
}

function Missing({ producer, fields }: { producer: Producer; fields: readonly string[] }) {
  return (
    <div class="stack tight">
      <Status state="missing">Còn thiếu {fields.length} mục của Mẫu 02</Status>
      <p>
        {fields.map((field) => fieldWords[field]).join(', ')}.{' '}
        <a href={paths.producer.amend(producer.id)}>Bổ sung thông tin</a>
      </p>
    </div>
  )
}

export function NoProducerYet() {
  return (
    <Empty icon="store" title="Bạn chưa làm thay chủ thể nào">
      <p>Đăng ký chủ thể của bạn, hoặc nhờ chủ cơ sở thêm bạn vào.</p>
      <LinkButton href={paths.producer.register()} icon="plus">
        Đăng ký chủ thể
      </LinkButton>
    </Empty>
  )
}

export function RegisterFacts({ producer, place }: { producer: Producer; place: string }) {
  const { consent } = producer
  return (
    <Panel title="Thông tin trong sổ" note={<span class="num">{producer.code}</span>}>
      <Facts
        facts={[
          ['Loại hình', kindWords[producer.kind]],
          ['Đăng ký kinh doanh', producer.registrationNo && `Số ${producer.registrationNo}`],
          ['Ngày cấp đăng ký', producer.registrationOn && <Day date={producer.registrationOn} />],
          ['Thành lập', producer.foundedOn && <Day date={producer.foundedOn} />],
          ['Người đại diện', represented(producer)],
          ['Nơi thường trú của người đại diện', producer.representativeAddress],
          ['Địa chỉ', placeInWords(producer.address, place)],
          ['Điện thoại', producer.phone],
          ['Thư điện tử', producer.email],
          [
            'Vốn của người địa phương',
            producer.localCapitalPercent === null ? undefined : `${producer.localCapitalPercent}%`,
          ],
          ['Lao động', producer.labourTotal === null ? undefined : labourOf(producer)],
          ['Quá trình hình thành', producer.history],
          ['Cơ cấu tổ chức', producer.structure],
          ['Đồng ý đăng ký thay', consent && consentSentence(consent)],
        ]}
      />
    </Panel>
  )
}

function consentSentence({ givenBy, givenOn, means, note }: Consent): string {
  const said = `${givenBy}, ngày ${showDate(givenOn)}: ${consentWords[means]}`
  return note ? `${said}. ${note}` : said
}

function represented(producer: Producer): string | undefined {
  if (producer.representativeName === null) return undefined
  const about = [
    producer.representativePosition,
    producer.representativeSex && lowerFirst(sexWords[producer.representativeSex]),
    producer.representativeEthnicity && `dân tộc ${producer.representativeEthnicity}`,
    producer.representativeDisabled ? 'người khuyết tật' : undefined,
  ].filter(Boolean)
  return [producer.representativeName, ...about].join(', ')
}

function labourOf({ labourTotal, labourLocal }: Producer): string {
  const total = `${showCount(labourTotal ?? 0)} người`
  return labourLocal === null ? total : `${total}, trong xã ${showCount(labourLocal)} người`
}
