package dev.essha.diagram;

/**
 * Where things go: names on top, then the region with the VPC in it, one column for each zone, the region's own services
 * below.
 *
 * <p>A subnet's label and its boxes leave a lane free at the right, in which arrows run down without crossing anything.
 *
 * @param zones how many columns
 */
record Grid(int zones) {

    static final double GAP = 14;

    private static final double MARGIN = 20;
    private static final double COLUMN = 300;
    private static final double ROW = 50;
    private static final double LABEL = 28;
    /** Wide enough for an arrow and, to its left, its label. */
    private static final double LANE = 94;
    /** High enough for an arrow's label. */
    private static final double DROP = 34;

    private static final int PUBLIC_ROWS = 2;
    private static final int PRIVATE_ROWS = 3;

    double width() {
        return 2 * MARGIN + region().width();
    }

    double height() {
        return region().bottom() + MARGIN;
    }

    Area names() {
        double wide = Math.min(region().width(), 2 * COLUMN);
        return new Area((width() - wide) / 2, MARGIN, wide, ROW);
    }

    Area region() {
        double top = MARGIN + ROW + DROP;
        double bottom = service(0, 1).bottom() + GAP;
        return new Area(MARGIN, top, vpc().width() + 2 * GAP, bottom - top);
    }

    Area vpc() {
        double top = MARGIN + ROW + DROP + LABEL;
        double wide = zones * COLUMN + (zones + 1) * GAP;
        return new Area(MARGIN + GAP, top, wide, LABEL + columnHeight() + GAP);
    }

    Area column(int zone) {
        double left = vpc().x() + GAP + zone * (COLUMN + GAP);
        return new Area(left, vpc().y() + LABEL, COLUMN, columnHeight());
    }

    Area publicSubnet(int zone) {
        Area column = column(zone);
        return new Area(column.x() + GAP / 2, column.y() + LABEL, column.width() - GAP, subnetHeight(PUBLIC_ROWS));
    }

    Area privateSubnet(int zone) {
        Area above = publicSubnet(zone);
        return new Area(above.x(), above.bottom() + GAP / 2, above.width(), subnetHeight(PRIVATE_ROWS));
    }

    /** The whole width of a subnet. */
    static Area row(Area subnet, int row) {
        double top = subnet.y() + LABEL + row * (ROW + GAP);
        return new Area(subnet.x() + GAP / 2, top, subnet.width() - GAP, ROW);
    }

    /** A row that ends before the lane. */
    static Area rowBesideLane(Area subnet, int row) {
        Area whole = row(subnet, row);
        return new Area(whole.x(), whole.y(), whole.width() - LANE, whole.height());
    }

    /** The horizontal position of arrows in a zone's lane. */
    double lane(int zone) {
        return row(publicSubnet(zone), 0).right() - GAP;
    }

    /** Over all zones, in the first row of their public subnets. */
    Area acrossZones() {
        Area first = row(publicSubnet(0), 0);
        Area last = row(publicSubnet(zones - 1), 0);
        return new Area(first.x(), first.y(), last.right() - first.x(), first.height());
    }

    /** One of the equally wide boxes below the VPC. */
    Area service(int index, int count) {
        double each = (vpc().width() - (count - 1) * GAP) / count;
        return new Area(vpc().x() + index * (each + GAP), vpc().bottom() + GAP, each, ROW);
    }

    private static double columnHeight() {
        return LABEL + subnetHeight(PUBLIC_ROWS) + GAP / 2 + subnetHeight(PRIVATE_ROWS) + GAP / 2;
    }

    private static double subnetHeight(int rows) {
        return LABEL + rows * (ROW + GAP) - GAP / 2;
    }
}
