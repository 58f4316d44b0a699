package dev.essha.diagram;

/**
 * A labeled rectangle of a drawing.
 *
 * @param id unique in the drawing; stages and resources are matched to boxes by it
 * @param kind what it stands for, decides its color
 * @param title first line of its label
 * @param detail second line, may be empty
 * @param area where it is
 */
public record Box(String id, Kind kind, String title, String detail, Area area) {

    /** What a box stands for. */
    public enum Kind {
        /** Holds other boxes: the account, the VPC, a zone. */
        FRAME,
        /** A frame that was there before, and is left as it is. */
        ADOPTED,
        PUBLIC_SUBNET,
        PRIVATE_SUBNET,
        LOAD_BALANCER,
        /** Stands before the region, in AWS's edge locations. */
        FRONT,
        EGRESS,
        COMPUTE,
        DATABASE,
        MESSAGING,
        STORAGE,
        SUPPORT,
        /** A place that is kept free. */
        RESERVE,
        OUTSIDE
    }
}
