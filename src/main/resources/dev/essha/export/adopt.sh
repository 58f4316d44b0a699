# The VPC and its subnets were there before: they are told who uses them, and left as they are.
aws_ ec2 create-tags --resources {{ids}} --tags {{tags}}
