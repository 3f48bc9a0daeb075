import { waitWords } from '../identity/words.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import type { CommentState } from './model-comment.ts'
import type { judgeComment, judgeCommentAct, judgeFlood, judgeRefusal } from './rules-comment.ts'

type Code =
  | RefusalCode<typeof judgeComment>
  | RefusalCode<typeof judgeFlood>
  | RefusalCode<typeof judgeCommentAct>
  | RefusalCode<typeof judgeRefusal>

type Facts = Readonly<Record<string, string | number>>

export const commentRefusals: Record<Code, string | ((facts: Facts) => string)> = {
  'newsroom/automatic': 'Bình luận này có vẻ do chương trình tự điền. Hãy để trống ô “Trang web”.',
  'newsroom/too-many-links': ({ most }) => `Bình luận có tối đa ${most} địa chỉ trang web. Hãy bỏ bớt.`,
  'newsroom/said-already': 'Bạn đã gửi bình luận này trong ngày.',
  'newsroom/enough-for-today': 'Mỗi người gửi tối đa 5 bình luận một ngày. Hãy gửi tiếp vào ngày mai.',
  'newsroom/too-many': ({ minutes }) =>
    `Mạng hoặc tài khoản bạn đang dùng đã gửi nhiều bình luận trong ngày. Hãy gửi tiếp sau ${waitWords(Number(minutes))}, hoặc đăng nhập để gửi.`,
  'newsroom/comment-not-now': 'Bình luận này đã được xử lý.',
  'newsroom/refusal-without-reason': 'Hãy ghi vì sao không cho hiện; người viết đọc được câu này.',
}

export const commentStateWords: Record<CommentState, string> = {
  waiting: 'Chờ duyệt',
  shown: 'Đang hiện',
  refused: 'Không cho hiện',
  erased: 'Đã gỡ',
}
