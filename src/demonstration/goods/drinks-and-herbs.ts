import type { Line } from './model.ts'

export const drinksAndHerbs: readonly Line[] = [
  {
    trade: 'Rượu',
    lands: ['highland', 'coast'],
    kinds: ['household', 'cooperative', 'company'],
    origin: 'Men lá và nước giếng của {place} làm nên vị rượu không nơi nào giống.',
    goods: [
      { name: 'Rượu ghè men lá', group: 15, drawing: 'gio-may', packs: ['Ghè 5 lít', 'Ghè 2 lít'], summary: 'Rượu cần ủ trong ghè đất, men mười ba loại lá.', story: 'Ghè rượu mở ra là có chuyện vui, nên buôn nào cũng để sẵn vài ghè chờ khách.' },
      { name: 'Rượu gạo đậu xanh', group: 14, drawing: 'chai', packs: ['Chai 500 ml'], summary: 'Rượu gạo nấu củi, hạ thổ một năm.', story: 'Hũ rượu chôn góc vườn ngày con gái ra đời được đào lên đúng ngày cưới.' },
      { name: 'Rượu sim', group: 15, drawing: 'chai', packs: ['Chai 500 ml'], summary: 'Sim rừng lên men tự nhiên, chát dịu.', story: 'Tháng sáu đồi tím, cả làng đi hái sim và về nhà lưỡi ai cũng tím.' },
      { name: 'Vang dâu', group: 15, drawing: 'chai', packs: ['Chai 750 ml'], summary: 'Vang dâu tằm ủ sáu tháng.', story: 'Cây dâu nuôi tằm lấy lá, quả chín rụng đầy gốc nay có chỗ để về.' },
    ],
  },
  {
    trade: 'Nước uống',
    lands: ['highland', 'coast'],
    kinds: ['company', 'cooperative'],
    origin: 'Nguồn nước của {place} được bảo vệ bằng hương ước, kiểm nghiệm mỗi quý.',
    goods: [
      { name: 'Nước khoáng', group: 16, drawing: 'chai', packs: ['Chai 500 ml', 'Bình 19 lít'], summary: 'Nước khoáng thiên nhiên, vị nhạt trong.', story: 'Mạch nước có từ trước khi có làng, hương ước cấm chặt cây quanh nguồn năm trăm mét.' },
      { name: 'Nước ép chanh dây', group: 17, drawing: 'chai', packs: ['Chai 330 ml'], summary: 'Chanh dây ép lạnh, chua sáng.', story: 'Quả móp vỏ không lên được kệ siêu thị nhưng nước bên trong vẫn thơm như quả đẹp.' },
      { name: 'Si rô dâu tằm', group: 17, drawing: 'chai', packs: ['Chai 500 ml'], summary: 'Si rô dâu nấu chậm, pha nước lạnh.', story: 'Chai đầu mùa bao giờ cũng để dành cho trạm y tế thôn.' },
    ],
  },
  {
    trade: 'Dược liệu',
    lands: ['highland', 'coast'],
    kinds: ['cooperative', 'company', 'household'],
    origin: 'Vườn dược liệu dưới tán rừng {place} có nhật ký từng luống và lịch thu hái theo tuổi cây.',
    goods: [
      { name: 'Sâm dây sấy', group: 20, drawing: 'gio-may', packs: ['Hộp 500 g'], summary: 'Sâm dây ba năm tuổi, rửa sạch sấy khô.', story: 'Mỗi hộ giữ một khoảnh rừng, cây sâm khiến người ta giữ rừng còn kỹ hơn giữ rẫy.' },
      { name: 'Viên tinh bột nghệ', group: 18, drawing: 'hu', packs: ['Hũ 200 g'], summary: 'Tinh nghệ mật ong, viên nhỏ dễ uống.', story: 'Nghệ lọc năm nước mới hết dầu cay, các chị bảo đó là phần việc của người kiên nhẫn.' },
      { name: 'Cao đinh lăng', group: 18, drawing: 'hu', packs: ['Hũ 150 g'], summary: 'Rễ đinh lăng năm năm nấu cao.', story: 'Nồi cao đỏ lửa ba ngày ba đêm, cả xóm thay phiên nhau canh.' },
      { name: 'Đông trùng hạ thảo khô', group: 18, drawing: 'hu', packs: ['Hộp 20 g'], summary: 'Nuôi trong phòng sạch, sấy thăng hoa.', story: 'Một kỹ sư trẻ bỏ phố về quê, phòng nuôi đầu tiên là căn bếp cũ của bà.' },
    ],
  },
  {
    trade: 'Tinh dầu',
    lands: ['highland', 'coast'],
    kinds: ['household', 'cooperative', 'company'],
    origin: 'Nồi chưng cất đặt ngay giữa vườn của {place}, lá cắt buổi sáng chưng buổi chiều.',
    goods: [
      { name: 'Tinh dầu sả', group: 20, drawing: 'chai', packs: ['Chai 10 ml', 'Chai 50 ml'], summary: 'Tinh dầu sả Java chưng hơi nước.', story: 'Bã sả phủ gốc cà phê, nước chưng lau nhà sàn, muỗi cũng chịu thua.' },
      { name: 'Tinh dầu tràm', group: 20, drawing: 'chai', packs: ['Chai 30 ml'], summary: 'Tràm gió rừng cát, ấm và thanh.', story: 'Nhà nào có trẻ nhỏ cũng có một chai trong túi áo của bà.' },
      { name: 'Dầu gội bồ kết', group: 19, drawing: 'chai', packs: ['Chai 300 ml'], summary: 'Bồ kết nướng, vỏ bưởi, cỏ mần trầu.', story: 'Mùi tóc của mẹ ngày xưa được nấu lại trong một chai nhỏ.' },
      { name: 'Xà phòng gấc nghệ', group: 19, drawing: 'mac-ca', packs: ['Bánh 100 g'], summary: 'Xà phòng thủ công, ủ sáu tuần.', story: 'Khuôn đúc là ống tre, nên bánh nào cũng tròn mà không bánh nào giống bánh nào.' },
    ],
  },
]
