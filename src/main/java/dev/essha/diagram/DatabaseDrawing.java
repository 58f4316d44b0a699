package dev.essha.diagram;

import dev.essha.plan.DatabasePlan.Topology;
import dev.essha.plan.DatabaseServer;
import dev.essha.plan.NetworkPlan.Zone;
import dev.essha.plan.Plan;
import dev.essha.wording.Wording;
import java.util.List;

/**
 * PostgreSQL in the zones. RDS chooses the zones by itself, for each server, and changes them with a failover: the drawing
 * shows one of the ways, and where each service has a server, all of them in one box.
 */
final class DatabaseDrawing {

    private final Plan plan;
    private final Grid grid;
    private final Canvas canvas;
    private final Wording text;
    private final int servers;

    DatabaseDrawing(Plan plan, Grid grid, Canvas canvas, Wording text) {
        this.plan = plan;
        this.grid = grid;
        this.canvas = canvas;
        this.text = text;
        this.servers = DatabaseServer.of(plan).size();
    }

    void draw() {
        List<Zone> zones = plan.network().zones();
        for (int i = 0; i < zones.size(); i++) {
            switch (plan.database().topology()) {
                case MULTI_AZ_INSTANCE -> ofInstances(zones.get(i), i);
                case MULTI_AZ_CLUSTER -> ofClusters(zones.get(i), i);
            }
        }
        replicate(zones);
    }

    private void ofInstances(Zone zone, int index) {
        switch (index) {
            case 0 -> server(zone, index, "primary", each());
            case 1 -> server(zone, index, "standby", "synchronous");
            default -> reserve(zone, index, "standby");
        }
    }

    /** The writer in the middle: its arrows cross no reader. */
    private void ofClusters(Zone zone, int index) {
        switch (index) {
            case 0, 2 -> server(zone, index, "reader", "readable");
            case 1 -> server(zone, index, "writer", each());
            default -> reserve(zone, index, "member");
        }
    }

    private String each() {
        return servers > 1 ? "each" : "one";
    }

    private void server(Zone zone, int index, String role, String more) {
        String title = text.of("database." + role, servers);
        String detail = text.of("database.detail." + more, plan.database().instanceClass());
        canvas.add(id(zone), Box.Kind.DATABASE, title, detail, grid.row(Row.DATABASE, index));
    }

    private void reserve(Zone zone, int index, String who) {
        String why = text.of("database.reserve." + who);
        canvas.add(id(zone), Box.Kind.RESERVE, text.of("database.reserve"), why, grid.row(Row.DATABASE, index));
    }

    /** A plan in the making may have too few zones for that. */
    private void replicate(List<Zone> zones) {
        boolean ofInstances = plan.database().topology() == Topology.MULTI_AZ_INSTANCE;
        if (zones.size() > 1) {
            canvas.across(id(zones.get(ofInstances ? 0 : 1)), id(zones.get(ofInstances ? 1 : 0)));
        }
        if (zones.size() > 2 && !ofInstances) {
            canvas.across(id(zones.get(1)), id(zones.get(2)));
        }
    }

    private static String id(Zone zone) {
        return "database/" + zone.name();
    }
}
