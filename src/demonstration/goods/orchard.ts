import type { Line } from './model.ts'

export const orchard: readonly Line[] = [
  {
    trade: 'Mắc ca',
    lands: ['highland'],
    kinds: ['cooperative', 'company', 'household'],
    origin: 'Mắc ca trồng xen cà phê ở {place}, quả rụng tự nhiên mới nhặt.',
    goods: [
      { name: 'Mắc ca sấy nứt vỏ', group: 7, drawing: 'mac-ca', packs: ['Hũ 500 g', 'Túi 250 g'], summary: 'Hạt nứt vỏ, giòn và bùi, kèm khui.', story: 'Cả xưởng có chín chị, ai cũng nhớ năm đầu phải đập vỏ bằng búa trên thớt đá.' },
      { name: 'Nhân mắc ca', group: 7, drawing: 'mac-ca', packs: ['Hũ 300 g'], summary: 'Nhân nguyên sấy chậm, không muối.', story: 'Nhân vỡ được làm bơ hạt, không hạt nào bị bỏ.' },
      { name: 'Dầu mắc ca ép lạnh', group: 7, drawing: 'chai', packs: ['Chai 250 ml'], summary: 'Dầu ép lạnh từ nhân loại một.', story: 'Ba cân nhân mới được một lít dầu, nên mỗi chai có số thứ tự viết tay.' },
    ],
  },
  {
    trade: 'Trái cây',
    lands: ['highland', 'coast'],
    kinds: ['cooperative', 'household', 'farm', 'company'],
    origin: 'Vườn cây của {place} được chăm theo nhật ký, quả hái khi đủ độ chín.',
    goods: [
      { name: 'Xoài sấy dẻo', group: 7, drawing: 'xoai-say', packs: ['Túi 100 g', 'Túi 250 g'], summary: 'Xoài chín cây sấy dẻo, không thêm đường.', story: 'Mùa xoài rộ giá rẻ từng làm bà con chặt vườn, máy sấy đầu tiên đã giữ lại ba trăm gốc.' },
      { name: 'Chuối sấy mật ong', group: 7, drawing: 'xoai-say', packs: ['Túi 200 g'], summary: 'Chuối sứ sấy, áo mật ong rừng.', story: 'Món quà của mẹ cho con đi học xa, nay theo xe khách ra đến Bắc.' },
      { name: 'Mít sấy giòn', group: 7, drawing: 'xoai-say', packs: ['Túi 150 g'], summary: 'Mít nghệ sấy chân không, giòn thơm.', story: 'Vỏ và xơ mít nuôi bò, hạt nuôi heo, vườn không còn rác.' },
      { name: 'Sầu riêng', group: 1, drawing: 'xoai-say', packs: ['Thùng 5 quả'], summary: 'Sầu riêng Dona cơm vàng, hái già.', story: 'Mỗi quả đeo một thẻ có mã vườn, ai ăn thấy chưa ngon thì gọi đúng chủ vườn mà góp ý.' },
      { name: 'Bơ sáp', group: 1, drawing: 'xoai-say', packs: ['Hộp 3 kg'], summary: 'Bơ sáp dẻo, béo, chín chậm.', story: 'Cây bơ già nhất trong vườn là cây bóng mát của rẫy cà phê từ đời ông nội.' },
    ],
  },
  {
    trade: 'Nho và táo',
    lands: ['coast'],
    kinds: ['household', 'cooperative', 'farm'],
    origin: 'Giàn nho, giàn táo trên đất cát của {place} đón nắng gần như quanh năm.',
    goods: [
      { name: 'Nho khô', group: 7, drawing: 'xoai-say', packs: ['Hộp 250 g'], summary: 'Nho chín phơi trong nhà kính, ngọt tự nhiên.', story: 'Nắng nhiều là cái khó của trồng rau nhưng lại là cái lộc của nghề phơi nho.' },
      { name: 'Mật nho', group: 17, drawing: 'chai', packs: ['Chai 500 ml'], summary: 'Nước nho cô đặc, pha nước đá.', story: 'Nho không đủ đẹp để bán tươi thì cô thành mật, chua ngọt như mùa hè.' },
      { name: 'Táo sấy dẻo', group: 7, drawing: 'xoai-say', packs: ['Túi 200 g'], summary: 'Táo xanh sấy dẻo, giữ vỏ.', story: 'Lưới che chống ruồi khiến vườn trắng như có tuyết, trẻ con gọi là vườn mùa đông.' },
    ],
  },
  {
    trade: 'Điều',
    lands: ['highland', 'coast'],
    kinds: ['company', 'cooperative', 'household'],
    origin: 'Hạt điều thu từ những gốc già của {place}, chẻ tay và rang củi.',
    goods: [
      { name: 'Hạt điều rang muối', group: 7, drawing: 'mac-ca', packs: ['Hũ 500 g'], summary: 'Điều vỏ lụa rang muối hột.', story: 'Muối rang là muối hột của người làm diêm ở miệt biển, đổi bằng điều tươi mỗi mùa.' },
      { name: 'Hạt điều mật ong', group: 7, drawing: 'mac-ca', packs: ['Hũ 400 g'], summary: 'Nhân điều áo mật ong và mè.', story: 'Món ăn vặt của những buổi họp thôn, ai đi họp về cũng có nắm hạt trong túi áo.' },
    ],
  },
  {
    trade: 'Rau củ',
    lands: ['highland', 'coast'],
    kinds: ['cooperative', 'farm', 'group'],
    origin: 'Rau trồng theo luống xen hoa dẫn dụ ong ở {place}, tưới nước suối lọc.',
    goods: [
      { name: 'Rau củ tuần', group: 1, drawing: 'chau-cay', packs: ['Giỏ 4 kg'], summary: 'Giỏ rau theo mùa, hái sáng giao chiều.', story: 'Người mua đặt từ thứ hai, vườn mới gieo, nên hiếm khi có rau thừa.' },
      { name: 'Cà chua bi', group: 1, drawing: 'atiso-do', packs: ['Hộp 500 g'], summary: 'Cà chua bi chín cây, ngọt như trái cây.', story: 'Trẻ con đi học về ghé vườn ăn như kẹo, đó là cách kiểm tra chất lượng của chủ vườn.' },
      { name: 'Măng khô', group: 7, drawing: 'gio-may', packs: ['Túi 500 g'], summary: 'Măng le xé phơi nắng, không xông.', story: 'Chỉ lấy măng ngoài bìa, chừa măng giữa bụi để rừng còn mọc.' },
      { name: 'Bột rau má', group: 7, drawing: 'tra-o-long', packs: ['Hộp 15 gói 3 g'], summary: 'Rau má sấy lạnh nghiền mịn, tan nhanh.', story: 'Luống rau má bên bờ suối lớn lên bằng nước chảy, không cần một giọt thuốc.' },
    ],
  },
]
