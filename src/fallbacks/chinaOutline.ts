/**
 * The outline of the area in which Chinese maps are shifted. From 0° E 0° N, each pair is a step to the next corner,
 * east and north, in 0.1 degrees.
 *
 * It was made once. The land border is that of China, Hong Kong and Macao in Natural Earth 1:10m (`world-atlas`, its
 * `mesh` between one of the three and another country). Each corner was moved 8 km abroad, at a right angle to the
 * border's direction within 12 km, and rounded to 0.1 degrees. A shortest path selected the fewest corners whose
 * straight lines leave out no land of the three and include at most 20 km abroad. The line at sea was drawn by hand,
 * from the mouth of the Yalu to that of the Beilun. It includes Matsu, Kinmen, the Paracels and Hainan, but not Penghu,
 * Taiwan, or the islands of Vietnam and Korea.
 */
export const STEPS = `
1079,214 0,1 -6,0 -7,5 -2,4 3,4 -10,1 -4,4 -6,-5 -4,-2 -1,2 -2,-4 -3,3 -2,-2 -1,1 0,1 -4,-3 -4,3 -5,-4 -2,1 -3,-2 3,-6
-1,-5 -6,0 -1,6 -4,-3 -6,0 -3,6 -6,0 -1,2 3,8 -6,1 -2,9 2,1 -12,-3 -1,1 1,4 -2,1 3,8 4,4 5,3 -1,2 1,1 -1,14 -2,-1 -3,7
-5,2 -1,-2 -5,1 -2,2 -2,-1 -2,1 2,2 -4,4 2,1 -5,0 -7,-2 -4,2 -3,-2 -8,-4 -12,-9 -8,0 0,2 -12,1 1,2 -6,1 -9,-10 -3,0
1,7 -14,-3 -7,3 -3,-2 -3,3 1,-1 -2,-2 -3,4 -7,1 1,2 -5,0 -7,7 -3,-1 -2,2 -13,7 0,2 -6,1 -2,-4 -11,6 -1,2 -6,2 -4,4
-4,-1 -1,6 -3,8 4,1 2,-2 4,1 0,4 -5,3 -2,7 3,3 -6,2 -4,9 -10,1 -4,3 -2,-1 -4,2 -1,7 -13,4 -2,2 8,2 -2,1 -2,10 -9,0
-3,8 5,8 6,2 1,2 9,2 1,-3 7,1 4,6 10,0 12,7 12,3 -1,7 4,1 -2,1 4,2 -4,7 0,8 -5,1 0,2 19,4 2,-2 6,1 -3,1 8,19 17,-3
1,-1 7,3 -1,7 2,5 8,2 3,5 12,1 1,-4 8,-6 6,-1 9,-3 9,-13 -4,-10 1,-2 22,-2 23,-8 10,-15 8,1 42,-3 20,-7 11,0 1,-2 3,0
18,7 21,1 11,2 19,11 -5,6 6,8 16,-4 10,6 15,3 5,7 8,0 0,2 12,2 12,-1 0,4 -15,9 -8,-4 -6,2 -9,-2 -5,4 12,19 12,-3 14,6
-2,1 9,13 5,3 2,5 -7,2 3,4 9,4 24,2 22,-5 5,-4 12,-19 4,-11 7,0 11,-3 2,-2 9,-3 3,-11 13,0 6,3 15,3 4,-1 0,-8 -4,-1
-4,-10 -9,-14 -13,2 -3,-3 -4,0 3,-9 -2,-11 -7,-2 2,-1 -2,-1 -4,3 -2,1 -1,-4 -8,-5 -9,-1 3,-3 -2,-3 -10,1 -3,3 -5,-6
-20,-11 -2,-2 -3,-5 0,-23 2,-50 -6,-25 -10,-20 -16,-11 -7,-7 -3,-6 -9,-9 -5,-13 -13,-26 -37,-51 -30,2 -26,31 2,17
1,11`
