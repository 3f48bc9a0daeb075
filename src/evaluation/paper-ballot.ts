import type { Actor } from '../kernel/actor.ts'
import { civilDateOf, showDate } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Choices, Rubric } from '../regime/model.ts'
import { partCodes } from '../regime/model.ts'
import type { Ballot, Sitting, SittingItem } from './model.ts'
import { headOf } from './paper.ts'
import type { Headed } from './paper.ts'
import type { SessionFile } from './session-file.ts'
import { askedIn } from './sheet.ts'
import type { Asked, AskedCriterion } from './sheet.ts'
import { capacityNames } from './words.ts'

export interface BallotPaper extends Headed {
  readonly facts: readonly (readonly [string, string])[]
  readonly parts: readonly {
    readonly code: string
    readonly name: string
    readonly points: string
    readonly criteria: readonly {
      readonly code: string
      readonly name: string
      readonly points: string
      readonly options: readonly { readonly label: string; readonly points: string; readonly chosen: boolean }[]
    }[]
  }[]
  readonly total: string
  readonly comment: string
  readonly signedOn: string
  readonly member: string
}

/** One's own ballot as it stands, or the form for the hand while there is none. */
export function ownBallotPaper(
  { sitting, item, rubric, cast }: OwnBallot,
  actor: Pick<Actor, 'id'>,
  url: string,
): BallotPaper {
  const { council, session } = sitting
  const seat = council.seats.find(({ accountId }) => accountId === actor.id)
  const facts: BallotFacts = {
    ...askedIn(rubric),
    product: item.productName,
    producer: item.producerName,
    number: item.number,
    member: seat?.name ?? '',
    capacity: seat ? capacityNames[seat.capacity] : '',
    filled: cast && { choices: cast.choices, comment: cast.comment, castOn: civilDateOf(cast.castAt) },
  }
  return ballotPaper({ council, session }, facts, url)
}

export interface OwnBallot {
  readonly sitting: Pick<Sitting, 'council' | 'session'>
  readonly item: Pick<SittingItem, 'productName' | 'producerName' | 'number'>
  readonly rubric: Rubric
  readonly cast: Ballot | undefined
}

export interface BallotFacts extends Asked {
  readonly product: string
  readonly producer: string
  readonly number: string | null
  readonly member: string
  readonly capacity: string
  /** Absent on the paper form, which is filled in by hand. */
  readonly filled?: { readonly choices: Choices; readonly comment: string; readonly castOn: CivilDate } | undefined
}

/** The score sheet line by line as on the screen; without a ballot, the form for the hand. */
export function ballotPaper(
  file: Pick<SessionFile, 'council' | 'session'>,
  facts: BallotFacts,
  url: string,
): BallotPaper {
  const { filled } = facts
  const chosenAt = (code: string) => filled?.choices[code] ?? 0
  const pointsAt = ({ code, options }: AskedCriterion) => options[chosenAt(code) - 1]?.points ?? 0
  const sum = (criteria: readonly AskedCriterion[]) =>
    criteria.reduce((total, criterion) => total + pointsAt(criterion), 0)
  return {
    ...headOf(file, url),
    symbol: 'PĐG-HĐ',
    title: 'Phiếu đánh giá',
    about: facts.rubricName,
    facts: [
      ['Sản phẩm', facts.product],
      ['Chủ thể', facts.producer],
      ['Số hồ sơ', facts.number ?? '……'],
      ['Người đánh giá', `${facts.member}, ${facts.capacity}`],
    ],
    parts: partCodes
      .filter((code) => facts.asked.some(({ part }) => part === code))
      .map((code) => {
        const criteria = facts.asked.filter(({ part }) => part === code)
        return {
          code,
          name: facts.parts[code]?.name ?? '',
          points: filled
            ? `${sum(criteria)}/${facts.parts[code]?.max ?? ''} điểm`
            : `……/${facts.parts[code]?.max ?? ''} điểm`,
          criteria: criteria.map((criterion) => ({
            code: criterion.code,
            name: criterion.name,
            points: filled ? `${pointsAt(criterion)}/${criterion.max}` : `…/${criterion.max}`,
            options: criterion.options.map(({ label, points }, index) => ({
              label,
              points: String(points),
              chosen: index + 1 === chosenAt(criterion.code),
            })),
          })),
        }
      }),
    total: filled ? String(sum(facts.asked)) : '……',
    comment: filled ? filled.comment || 'Không có.' : '…………………………………………………………………………………………',
    signedOn: filled ? `Gửi phiếu ngày ${showDate(filled.castOn)}` : 'Ngày …… tháng …… năm ……',
    member: facts.member,
  }
}
